/** Loaded before a program: prints at its end the most memory that it had, in KB. */
process.on("exit", () => require("fs").writeSync(2, `maxRSS ${process.resourceUsage().maxRSS}`));
