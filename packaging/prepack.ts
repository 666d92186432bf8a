/**
 * Runs as `prepack` of a package, in its folder: brings `dist` into the form in which it is published.
 * @see published-dist.ts for what is left out
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { root } from "./packages";
import { publishDist } from "./published-dist";

fs.copyFileSync(path.join(root, "LICENSE"), "LICENSE");
publishDist(process.cwd());
