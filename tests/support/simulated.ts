import { createSimulator, type Seed, type Simulator, type SimulatorOptions } from "lumenone-simulator";
import { createClient } from "../../provider/client";
import { definitionOf, kinds } from "../../provider/definitions/registry";
import { clientApi } from "../../provider/lifecycle/process/client-api";
import { check } from "../../provider/lifecycle/steps/check";
import { create } from "../../provider/lifecycle/steps/create";
import { remove } from "../../provider/lifecycle/steps/delete";
import { read } from "../../provider/lifecycle/steps/read";
import { Session } from "../../provider/lifecycle/process/session";
import { realTime, type Time } from "../../provider/lifecycle/process/time";
import { type Values } from "../../provider/lifecycle/state/values";
import { memoryContext } from "./memory-context";
import { InstantClock } from "./test-clock";

/** Steps of a lifecycle as a host process takes them, against a simulated LumenOne. */
export interface Steps {
  readonly context: ReturnType<typeof memoryContext>;
  /** Checks, and makes. @throws what is wrong with the inputs, as one error */
  readonly create: (kind: string, inputs: Values) => Promise<{ id: string; outputs: Values }>;
  readonly read: (kind: string, id: string, outputs: Values) => ReturnType<typeof read>;
  readonly remove: (kind: string, id: string, outputs: Values) => Promise<void>;
}

/** A simulated LumenOne. */
export interface Simulated {
  readonly simulator: Simulator;
  /** A host process of its own: it remembers nothing of another one. */
  process(time?: Time): Steps;
}

/** Gives the tests of a file a simulator, as it was for each of them. */
export function simulated(seed?: Seed, options: SimulatorOptions = {}): Simulated {
  let running: Simulator | undefined;
  const simulator = () => running ?? fail();
  beforeAll(async () => {
    running = await createSimulator({ ...options, ...(seed && { seed }) });
    // Pulumi and the HTTP library are loaded when they are first needed, which no test should have to wait for.
    kinds.forEach(definitionOf);
    await steps(running, realTime).context.api.one("verifyApiKey", {});
  }, 30_000);
  beforeEach(() => simulator().reset());
  afterAll(() => running?.close());
  return {
    get simulator() {
      return simulator();
    },
    process: (time = new InstantClock()) => steps(simulator(), time),
  };
}

function fail(): never {
  throw new Error("The simulator runs during tests only");
}

function steps({ apiKey, url: baseUrl, accountId }: Simulator, time: Time): Steps {
  const api = clientApi(createClient({ apiKey, baseUrl, accountId }));
  const context = memoryContext({ api, accountId, session: new Session(time) });
  return {
    context,
    async create(kind, given) {
      const definition = definitionOf(kind);
      const { inputs, problems } = await check(definition, context, {}, given);
      if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
      return create(definition, context, inputs);
    },
    read: (kind, id, outputs) => read(definitionOf(kind), context, id, outputs),
    remove: (kind, id, outputs) => remove(definitionOf(kind), context, id, outputs),
  };
}
