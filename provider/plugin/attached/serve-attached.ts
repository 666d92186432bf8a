import { type Surroundings } from "../provider-instance";
import { providerService } from "../provider-service";
import { servePlugin } from "../serve-plugin";
import { dynamicService } from "./dynamic-service";

/**
 * Serves both hosts for one run of Pulumi: what it remembers is that run's alone. Connections, and the limits of requests, are shared
 * by all that the process serves.
 * @param surroundings as the process of a provider would find them
 * @returns the value of `PULUMI_DEBUG_PROVIDERS`, with which an engine attaches to them in place of starting processes
 */
export async function serveAttached(surroundings: Surroundings) {
  const dynamic = await servePlugin(dynamicService(surroundings));
  const native = await servePlugin(providerService(undefined, surroundings));
  return {
    debugProviders: `pulumi-nodejs:${dynamic.port},lumenone:${native.port}`,
    close() {
      dynamic.close();
      native.close();
    },
  };
}
