import { Command } from "@commander-js/extra-typings";
import { contract, json, stack } from "./options";
import { lazy } from "./run";

export const callsCommand = new Command("calls")
  .description("sums calls and their costs: by day, organization, workspace or assistant")
  .option("--since <date>", "calls from then on: an ISO 8601 date or time, or 30d for 30 days ago (default: all)")
  .option("--until <date>", "calls before that time; a date is included as a whole (default: now)")
  .option("--organization <slug>", "only calls of this organization, by its original slug")
  .option("--workspace <slug>", "only calls of this workspace, by its original slug")
  .option("--by <group>", "day, organization, workspace or assistant", "day")
  .option("--time-zone <name>", "whose days are meant, for example Europe/Berlin (default: this machine's)")
  .option("--format <format>", "table, csv, json, or html with plots (default: table)")
  .option("--out <file>", "writes the report into a file")
  .option("--budget <amount>", "exit code 2 where the cost is above")
  .option("--budget-per <group>", "the budget is for each day, workspace or organization")
  .option("--show-numbers", "also lists the most expensive calls with customers' numbers and summaries")
  .addOption(stack)
  .addOption(contract)
  .addOption(json)
  .addHelpText(
    "after",
    `
Examples:
  pulumi-lumenone calls --since 30d --by organization --budget 100 --budget-per organization
  pulumi-lumenone calls --since 2026-04-01 --until 2026-04-30 --format html --out april.html`,
  )
  .action(lazy(() => (require("../calls/calls") as typeof import("../calls/calls")).calls));
