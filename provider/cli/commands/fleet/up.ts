import { json, yes } from "../options";
import { run } from "../run";
import { fleetVerb, runFleet } from "./fleet-verb";
import { allowDeletes, secretsProvider } from "./options";

export const fleetUpCommand = fleetVerb("up", "applies every tenant's file")
  .addOption(secretsProvider)
  .addOption(allowDeletes)
  .option("--prune", "destroys tenants whose files are gone")
  .option("--ours <kind:id...>", "takes over this object, which a run created that was killed")
  .option("--not-ours <kind:id...>", "leaves alone this object, which looks like one that a killed run was creating")
  .addOption(yes)
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet up tenants/ --yes --parallel 4 --requests-per-second 50")
  .action((paths, options, command) => run(command, (reporter) => runFleet("up", paths, options, reporter)));
