import { Command } from "@commander-js/extra-typings";
import { allowOutside } from "../options";
import { run } from "../run";

export const fleetStacksCommand = new Command("stacks")
  .description("writes a Stack resource of the Pulumi Kubernetes Operator for each tenant")
  .argument("<paths...>", "tenants' files, or folders of them")
  .requiredOption("--repo <url>", "the git repository that the operator fetches")
  .option("--branch <ref>", "its branch", "refs/heads/main")
  .option("--out <folder>", "writes a file each (default: all to standard output)")
  .option("--backend <url>", "where the stacks' states are (default: the operator's)")
  .option("--namespace <name>", "of the resources")
  .option("--secret <name>", "the Kubernetes secret with LUMENONE_* and the passphrase", "lumenone")
  .addOption(allowOutside)
  .addHelpText(
    "after",
    "\nExample:\n  pulumi-lumenone fleet stacks tenants/ --repo https://git.example.com/tenants.git --out operator",
  )
  .action((paths, options, command) =>
    run(command, (reporter) => {
      const { fleetStacks } = require("../../fleet/fleet-stacks") as typeof import("../../fleet/fleet-stacks");
      return fleetStacks(paths, options, reporter);
    }),
  );
