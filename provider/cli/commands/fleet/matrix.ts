import { Command } from "@commander-js/extra-typings";
import { allowOutside, since } from "../options";
import { run } from "../run";

export const fleetMatrixCommand = new Command("matrix")
  .description("prints a matrix for GitHub Actions: a job for each tenant, or for shares of them")
  .argument("<paths...>", "tenants' files, or folders of them")
  .addOption(since)
  .option("--shards <number>", "the most jobs (GitHub creates 256)")
  .addOption(allowOutside)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet matrix tenants/ --since origin/main --shards 20")
  .action((paths, options, command) =>
    run(command, (reporter) => {
      const { fleetMatrix } = require("../../fleet/fleet-matrix") as typeof import("../../fleet/fleet-matrix");
      return fleetMatrix(paths, options, reporter);
    }),
  );
