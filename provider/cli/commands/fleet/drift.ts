import { json } from "../options";
import { run } from "../run";
import { fleetVerb, runFleet } from "./fleet-verb";

export const fleetDriftCommand = fleetVerb("drift", "reports what was changed outside of Pulumi; exit code 2")
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet drift tenants/ --json")
  .action((paths, options, command) => run(command, (reporter) => runFleet("drift", paths, options, reporter)));
