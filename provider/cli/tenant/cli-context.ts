import { clientFrom } from "../../client/client";
import { type Settings } from "../../client/settings";
import { aroundCalls } from "../../lifecycle/process/api";
import { baseContext } from "../../lifecycle/process/base-context";
import { Session } from "../../lifecycle/process/session";

/** A context for commands: what the steps of the lifecycle are given in a host process, with a count of its calls. */
export type CliContext = ReturnType<typeof cliContext>;

/** Makes one. Warnings of the lifecycle go to `warn`, and the number of calls so far to `onCall`. */
export function cliContext(
  settings: Settings,
  warn: (message: string) => void,
  onCall: (count: number) => void = () => undefined,
) {
  // A command creates nothing that is noted in a journal.
  const base = baseContext(settings, clientFrom(settings), new Session(), {});
  let calls = 0;
  const api = aroundCalls(base.api, (_operationId, request, send) => {
    onCall(++calls);
    return send(request);
  });
  const silent = () => undefined;
  return {
    ...base,
    api: { ...api, count: () => calls },
    adopt: false,
    warn,
    // A command shows its own progress.
    info: silent,
    status: silent,
  };
}
