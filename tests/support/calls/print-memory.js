const fs = require("fs");

/**
 * In KB. Linux counts in maxRSS what the process was before it ran Node, too: a fork of its parent, with all that has in memory.
 */
function most() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s*(\d+)/.exec(fs.readFileSync("/proc/self/status", "utf8"))[1]);
}

/** Loaded before a program: prints at its end the most memory that it had, in KB. */
process.on("exit", () => fs.writeSync(2, `maxRSS ${most()}`));
