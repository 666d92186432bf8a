import { join } from "node:path";
import { loadCompiled } from "../../../compiled-code/load-compiled";
import { type Task } from "../task";

type Environment = Readonly<Record<string, string>>;
type ServeAttached = typeof import("../../../plugin/attached/serve-attached");

/**
 * Serves the providers of one run of the CLI in this process, to which the engine attaches: a process of their own would take
 * a second each time.
 * @param run receives the environment that the CLI needs to find them
 */
export async function withAttachedProviders<T>(
  task: Task,
  env: Environment,
  run: (env: Environment) => Promise<T>,
): Promise<T> {
  // Made by packaging/bundle.js, with what it needs of gRPC in it.
  const { serveAttached } = loadCompiled(join(__dirname, "../../../attached/serve-attached.js")) as ServeAttached;
  const environment = { ...process.env, ...task.env, ...env };
  const providers = await serveAttached({ environment, folder: task.project });
  try {
    return await run({ ...env, PULUMI_DEBUG_PROVIDERS: providers.debugProviders });
  } finally {
    providers.close();
  }
}
