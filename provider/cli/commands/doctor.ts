import { Command } from "@commander-js/extra-typings";
import { contract, json, stack } from "./options";
import { lazy } from "./run";

export const doctorCommand = new Command("doctor")
  .description("compares a host with the contract: confirms what is assumed of LumenOne, or shows that it is wrong")
  .option("--organization <slug>", "asks about this organization (default: the first one with workspaces)")
  .option("--out <file>", "also writes a report in Markdown that holds names of fields and types only")
  .option("--docs <source>", "compares with documentation instead: a site's address, a file, or - for standard input")
  .option("--overlay <file>", "also writes the OpenAPI Overlay that corrects the contract")
  .option("--force", "overwrites the overlay")
  .option("--write-test", "also tries the writes, on an organization that it makes and removes itself")
  .option("--yes", "does not ask before --write-test")
  .addOption(stack)
  .addOption(contract)
  .addOption(json)
  .addHelpText(
    "after",
    `
Examples:
  pulumi-lumenone doctor --out report.md
  pulumi-lumenone doctor --docs https://docs.lumenia.net --overlay lumenone.overlay.yaml`,
  )
  .action(lazy(() => (require("../doctor/doctor") as typeof import("../doctor/doctor")).doctor));
