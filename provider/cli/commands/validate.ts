import { Command } from "@commander-js/extra-typings";
import { allowOutside, contract, json } from "./options";
import { lazy } from "./run";

export const validateCommand = new Command("validate")
  .description("checks tenants' YAML files: file, line, column and remedy; without a network")
  .argument("<paths...>", "tenants' files, or folders of them")
  .addOption(allowOutside)
  .addOption(contract)
  .addOption(json)
  .addHelpText(
    "after",
    `
Examples:
  pulumi-lumenone validate tenants/
  pulumi-lumenone validate tenants/acme.yaml --json`,
  )
  .action(lazy(() => (require("../fleet/validate") as typeof import("../fleet/validate")).validate));
