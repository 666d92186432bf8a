import { Command } from "@commander-js/extra-typings";
import { contract, json, stack, yes } from "./options";
import { lazy } from "./run";

export const sweepCommand = new Command("sweep")
  .description("removes organizations that a crashed pipeline left behind")
  .option("--prefix <text>", "what their names begin with; at least three characters")
  .option("--all-accounts", "in every account of the company, not in the configured one alone")
  .addOption(yes)
  .option("--dry-run", "only lists them")
  .addOption(stack)
  .addOption(contract)
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone sweep --prefix staging-pr- --yes")
  .action(lazy(() => (require("../sweep/sweep") as typeof import("../sweep/sweep")).sweep));
