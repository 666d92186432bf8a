import { Command } from "@commander-js/extra-typings";
import { contract, json } from "./options";
import { lazy } from "./run";

export const driftCommand = new Command("drift")
  .description("reports what was changed outside of Pulumi, field by field; changes nothing")
  .option("--stack <name>", "the stack (default: the selected one)")
  .option("--cwd <folder>", "the folder of its project (default: the current one)")
  .addOption(contract)
  .option("--run-program", "with the program's configuration, as after a key was rotated")
  .addOption(json)
  .addHelpText(
    "after",
    "\nExample, for every night (exit code 2 is drift):\n  pulumi-lumenone drift --stack production",
  )
  .action(lazy(() => (require("../drift/drift") as typeof import("../drift/drift")).drift));
