import { type Simulator } from "lumenone-simulator";
import { clientFrom } from "../../../provider/client/client";
import { type Clock, realClock } from "../../../provider/client/send/clock";
import { type Settings, settingsFrom } from "../../../provider/client/settings";
import { clientApi } from "../../../provider/lifecycle/process/client-api";
import { definitionOf } from "../../../provider/definitions/registry";
import { type Api, aroundCalls } from "../../../provider/lifecycle/process/api";
import { check } from "../../../provider/lifecycle/steps/check";
import { create, type Created } from "../../../provider/lifecycle/steps/create";
import { remove } from "../../../provider/lifecycle/steps/delete";
import { diff, type Difference } from "../../../provider/lifecycle/steps/diff";
import { IncompleteError } from "../../../provider/lifecycle/errors/incomplete-error";
import { read } from "../../../provider/lifecycle/steps/read";
import { Session } from "../../../provider/lifecycle/process/session";
import { update } from "../../../provider/lifecycle/steps/update";
import { type Values } from "../../../provider/lifecycle/state/values";
import { memoryContext } from "../memory-context";
import { InstantClock } from "../test-clock";

/** The steps of one host process, over real HTTP, with waits that take no time. */
export interface HostSteps {
  readonly context: ReturnType<typeof memoryContext>;
  create(kind: string, inputs: Values): Promise<Created>;
  diff(kind: string, resource: Created, inputs: Values): Promise<Difference>;
  read(kind: string, resource: Created): Promise<Created | undefined>;
  update(kind: string, resource: Created, inputs: Values): Promise<Created>;
  remove(kind: string, resource: Created): Promise<void>;
  /** What `up` does to a resource of the state, or to one that is not there yet. */
  up(kind: string, state: Created | undefined, inputs: Values): Promise<Created>;
  /** The same, and what the state keeps where it fails. */
  tryUp(kind: string, state: Created | undefined, inputs: Values): Promise<{ state?: Created; error?: Error }>;
}

/**
 * A host process of its own: it remembers nothing of another one.
 * @param signal ends its calls, in the time of this machine
 */
export function hostSteps(
  simulator: Simulator,
  config: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): HostSteps {
  const all: Record<string, string> = {
    "lumenone:apiKey": simulator.apiKey,
    "lumenone:baseUrl": simulator.url,
    "lumenone:accountId": simulator.accountId,
    ...config,
  };
  const settings = settingsFrom((key) => all[key], {});
  const context = memoryContext({
    api: signal ? endingApi(settings, signal) : fastApi(settings),
    ...(signal && { signal, sharedApi: fastApi(settings) }),
    session: new Session(new InstantClock()),
    maxRetries: settings.maxRetries,
    accountId: settings.accountId,
    adopt: settings.adopt,
    allowOriginChange: settings.allowOriginChange,
  });
  const checked = async (kind: string, news: Values, olds: Values = {}): Promise<Values> => {
    const { inputs, problems } = await check(definitionOf(kind), context, olds, news);
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
    return inputs;
  };
  const steps: HostSteps = {
    context,
    create: async (kind, inputs) => create(definitionOf(kind), context, await checked(kind, inputs)),
    diff: async (kind, { id, outputs }, inputs) =>
      diff(definitionOf(kind), context, id, outputs, await checked(kind, inputs, outputs)),
    read: (kind, { id, outputs }) => read(definitionOf(kind), context, id, outputs),
    update: async (kind, { id, outputs }, inputs) => ({
      id,
      outputs: await update(definitionOf(kind), context, id, outputs, await checked(kind, inputs, outputs)),
    }),
    remove: (kind, { id, outputs }) => remove(definitionOf(kind), context, id, outputs),
    async up(kind, state, inputs) {
      if (!state) return steps.create(kind, inputs);
      const { changed, replaces, incomplete } = await steps.diff(kind, state, inputs);
      if (replaces.length > 0) {
        const made = await steps.create(kind, inputs);
        await steps.remove(kind, state);
        return made;
      }
      return changed.length + incomplete.length > 0 ? steps.update(kind, state, inputs) : state;
    },
    async tryUp(kind, state, inputs) {
      try {
        return { state: await steps.up(kind, state, inputs) };
      } catch (error) {
        if (error instanceof IncompleteError) return { state: { id: error.id, outputs: error.properties }, error };
        return { ...(state && { state }), error: error as Error };
      }
    },
  };
  return steps;
}

/** Waits take no time, and yet move the clock, so that what is bounded by time ends. */
function fastClock(): Clock {
  let skipped = 0;
  const now = () => Date.now() + skipped;
  return {
    now,
    after(milliseconds, run) {
      const end = now() + milliseconds;
      const soon = setImmediate(() => {
        // Who waits at the same time goes on at the same time.
        skipped += Math.max(0, end - now());
        run();
      });
      return () => clearImmediate(soon);
    },
    random: () => 1,
  };
}

const apis = new Map<string, Api>();

/** Making a client takes longer than most tests: one for all processes of the same settings. It remembers nothing. */
function fastApi(settings: Settings): Api {
  const key = JSON.stringify(settings);
  const api = apis.get(key) ?? clientApi(clientFrom(settings, fastClock()));
  apis.set(key, api);
  return api;
}

/** The same, each of whose calls ends with the signal. */
function endingApi(settings: Settings, signal: AbortSignal): Api {
  const api = clientApi(clientFrom(settings, realClock));
  return aroundCalls(api, (_operationId, request, send) => send({ ...request, signal }));
}
