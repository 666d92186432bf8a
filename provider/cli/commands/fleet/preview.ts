import { json } from "../options";
import { run } from "../run";
import { fleetVerb, runFleet } from "./fleet-verb";
import { allowDeletes, secretsProvider } from "./options";

export const fleetPreviewCommand = fleetVerb("preview", "what `up` would do with each tenant")
  .option("--expect-no-changes", "exit code 2 where `up` would change something")
  .option("--placeholder-secrets", "a word stands for each secret: for whoever may not know them")
  .addOption(secretsProvider)
  .addOption(allowDeletes)
  .addOption(json)
  .addHelpText("after", "\nExample:\n  pulumi-lumenone fleet preview tenants/ --since origin/main --summary preview.md")
  .action((paths, options, command) => run(command, (reporter) => runFleet("preview", paths, options, reporter)));
