#!/usr/bin/env node
// First: a heap that has grown stays large, and V8 takes no compiled code of other settings.
import "./small-process";
import { join } from "node:path";
import { loadCompiled } from "../compiled-code/load-compiled";

// How Pulumi ends a plugin: the compiled code is kept at the exit.
process.once("SIGINT", () => process.exit(130));

/** The executable that Pulumi starts. `plugin.js` beside it is made of ./main.ts. */
loadCompiled(join(__dirname, "plugin.js"));
