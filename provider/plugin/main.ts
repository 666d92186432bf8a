import { providerService } from "./provider-service";
import { servePlugin } from "./serve-plugin";

/** Pulumi starts this program with the engine's address, and reads the port from its first line. */
const engine = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
servePlugin(providerService(engine)).then(
  ({ port }) => process.stdout.write(`${port}\n`),
  (error: unknown) => {
    process.stderr.write(`pulumi-resource-lumenone: ${String(error)}\n`);
    process.exitCode = 1;
  },
);
