import { json } from "../options";
import { run } from "../run";
import { fleetVerb, runFleet } from "./fleet-verb";

export const fleetRefreshCommand = fleetVerb("refresh", "updates the states from LumenOne")
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet refresh tenants/acme.yaml")
  .action((paths, options, command) => run(command, (reporter) => runFleet("refresh", paths, options, reporter)));
