import { type Surroundings } from "../provider-instance";
import { providerService } from "../provider-service";
import { type ServedPlugin, servePlugin } from "../serve-plugin";
import { dynamicService } from "./dynamic-service";

/** Both hosts, served by this process. */
export interface AttachedProviders {
  /** Value of `PULUMI_DEBUG_PROVIDERS`, with which an engine attaches to them in place of starting processes. */
  readonly debugProviders: string;
  close(): void;
}

/**
 * Serves one run of Pulumi: what it remembers is that run's alone. Connections, and the limits of requests, are shared by all that
 * the process serves.
 * @param surroundings as the process of a provider would find them
 */
export async function serveAttached(surroundings: Surroundings): Promise<AttachedProviders> {
  const services = {
    "pulumi-nodejs": dynamicService(surroundings),
    lumenone: providerService(undefined, surroundings),
  };
  const served: [name: string, plugin: ServedPlugin][] = [];
  for (const [name, service] of Object.entries(services)) served.push([name, await servePlugin(service)]);
  return {
    debugProviders: served.map(([name, { port }]) => `${name}:${port}`).join(","),
    close: () => served.forEach(([, plugin]) => plugin.close()),
  };
}
