import { Command } from "@commander-js/extra-typings";
import { allowOutside, contract, json } from "./options";
import { run } from "./run";

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
  .action((paths, options, command) =>
    run(command, (reporter) => {
      const { validate } = require("../fleet/validate") as typeof import("../fleet/validate");
      return validate(paths, options, reporter);
    }),
  );
