import { clientFrom } from "../../client/client";
import { correctedLimits } from "../../client/contract/value-limits";
import { type Settings } from "../../client/settings";
import { clientApi } from "../../lifecycle/process/client-api";
import { type Context } from "../../lifecycle/process/context";
import { Session } from "../../lifecycle/process/session";
import { countingApi, type CountingApi } from "./counting-api";

/** A context for commands: what the steps of the lifecycle are given in a host process, with a count of its calls. */
export interface CliContext extends Context {
  readonly api: CountingApi;
}

/** Makes one. Warnings of the lifecycle go to `warn`. */
export function cliContext(
  settings: Settings,
  warn: (message: string) => void,
  onCall?: (count: number) => void,
): CliContext {
  return {
    api: countingApi(clientApi(clientFrom(settings)), onCall),
    session: new Session(),
    maxRetries: settings.maxRetries,
    correctedLimits: (operationId, field) => correctedLimits(settings.contract, operationId, field),
    accountId: settings.accountId,
    adopt: false,
    allowOriginChange: settings.allowOriginChange,
    warn,
    // A command shows its own progress.
    info: () => undefined,
    status: () => undefined,
  };
}
