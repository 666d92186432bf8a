import { clientFrom } from "../../client/client";
import { type Settings } from "../../client/settings";
import { clientApi } from "../../dynamic/client-api";
import { type Context } from "../../lifecycle/context";
import { Session } from "../../lifecycle/session";
import { countingApi, type CountingApi } from "./counting-api";

/** A context for commands: what the steps of the lifecycle are given in a host process, with a count of its calls. */
export interface CliContext extends Context {
  readonly api: CountingApi;
}

/** Makes one. Warnings of the lifecycle are told through `warn`. */
export function cliContext(
  settings: Settings,
  warn: (message: string) => void,
  onCall?: (count: number) => void,
): CliContext {
  return {
    api: countingApi(clientApi(clientFrom(settings)), onCall),
    session: new Session(),
    maxRetries: settings.maxRetries,
    accountId: settings.accountId,
    adopt: false,
    allowOriginChange: settings.allowOriginChange,
    warn,
    // A command shows its own progress.
    info: () => undefined,
  };
}
