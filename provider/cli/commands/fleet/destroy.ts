import { json, yes } from "../options";
import { run } from "../run";
import { fleetVerb, runFleet } from "./fleet-verb";

export const fleetDestroyCommand = fleetVerb("destroy", "deletes the resources of the tenants' stacks")
  .option("--remove", "also removes the stacks, once they are empty")
  .addOption(yes)
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet destroy tenants/acme.yaml --remove")
  .action((paths, options, command) => run(command, (reporter) => runFleet("destroy", paths, options, reporter)));
