import { Command } from "@commander-js/extra-typings";
import { contract, json, language, native, stack } from "./options";
import { lazy } from "./run";

export const cloneCommand = new Command("clone")
  .description("writes a program that creates copies of organizations, under other names")
  .requiredOption("--from <slug...>", "organizations by their original slugs")
  .requiredOption("--prefix <text>", "what the copies' names begin with, unless the stack configures another")
  .requiredOption("--out <folder>", "where the program is written")
  .addOption(stack)
  .addOption(contract)
  .option("--name <project>", "name of the Pulumi project (default: the folder's)")
  .option("--force", "writes into a folder that is not empty")
  .addOption(native)
  .addOption(language)
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone clone --from acme --prefix staging- --out staging")
  .action(lazy(() => (require("../write/clone") as typeof import("../write/clone")).clone));
