#!/usr/bin/env node
import { main } from "./program";

void main(process.argv.slice(2)).then((code) => {
  // Not `process.exit`, which would cut off output that a pipe has not taken yet.
  process.exitCode = code;
});
