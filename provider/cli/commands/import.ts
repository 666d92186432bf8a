import { Command } from "@commander-js/extra-typings";
import { contract, json, language, native } from "./options";
import { lazy } from "./run";

export const importCommand = new Command("import")
  .description("writes a Pulumi program for existing organizations, and the file that imports them into a stack")
  .option("--organization <slug...>", "organizations by their original slugs")
  .option("--all", "every organization of the account")
  .option("--account", "also the account that the organizations belong to, as a resource")
  .requiredOption("--out <folder>", "where the program is written")
  .option(
    "--stack <name>",
    "the stack whose configuration has the settings; with --apply also the stack that is filled",
  )
  .addOption(contract)
  .option("--name <project>", "name of the Pulumi project (default: the folder's)")
  .option("--protect", "the resources refuse to be deleted")
  .option("--force", "writes into a folder that is not empty")
  .addOption(native)
  .addOption(language)
  .option("--apply", "also imports into the stack, and checks that its preview is empty")
  .addOption(json)
  .addHelpText(
    "after",
    `
Examples:
  pulumi-lumenone import --organization acme --out acme
  pulumi-lumenone import --all --out tenant --apply --stack production --protect`,
  )
  .action(lazy(() => (require("../write/import-tenant") as typeof import("../write/import-tenant")).importTenant));
