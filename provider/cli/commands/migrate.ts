import { Command } from "@commander-js/extra-typings";
import { json, yes } from "./options";
import { lazy } from "./run";

export const migrateCommand = new Command("migrate")
  .description("moves the state of stacks from the dynamic provider to the native plugin; there is no way back")
  .option("--stack <name>", "the stack")
  .option("--all", "every stack of the project, as of a fleet; run again, it goes on")
  .addOption(yes)
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone migrate --stack dev")
  .action(lazy(() => (require("../migrate/migrate") as typeof import("../migrate/migrate")).migrate));
