import { type Simulator } from "lumenone-simulator";
import { providerKey } from "../../../provider/lifecycle/state/bookkeeping";
import { type Bag, HostError, type HostProcess, startHost } from "../host-process";
import { host as onHost } from "../host";
import { configuredKind } from "../host-process/native-host";
import { quickTime } from "../quick-time";

/** A resource as the state has it. */
export interface Resource {
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
}

/** What the engine asks the host process for in one run of `pulumi`. */
export interface PulumiRun {
  /** What `up` does to a resource of the state, or to one that is not there yet. */
  up(state: Resource | undefined, inputs: Bag): Promise<Resource>;
  /** The same, and what the state keeps where it fails. */
  tryUp(state: Resource | undefined, inputs: Bag): Promise<{ state?: Resource; error?: Error }>;
  /** Whether a preview shows no change. */
  isSettled(state: Resource, inputs: Bag): Promise<boolean>;
  read(state: Resource): Promise<Bag>;
  remove(state: Resource): Promise<void>;
}

/** A host process in which time passes fifty times as fast. */
export interface QuickHost {
  /** What time it is there. */
  now(): number;
  /** A run on one kind, which remembers nothing of another one: settings that differ have a memory of their own. */
  run(kind: string, simulator: Simulator, config?: Readonly<Record<string, string>>): PulumiRun;
  close(): Promise<void>;
}

/** Starts Pulumi's dynamic-provider process, to be driven over gRPC. */
export async function quickHost(): Promise<QuickHost> {
  const time = quickTime();
  const host = await startHost({ env: time.env });
  let runs = 0;
  return {
    now: () => time.now(),
    run: (kind, { apiKey, url, accountId }, config) =>
      pulumiRun(
        host,
        configuredProvider(kind, {
          "lumenone:apiKey": apiKey,
          "lumenone:baseUrl": url,
          "lumenone:accountId": accountId,
          "lumenone:maxConcurrency": String(100 + runs++),
          ...config,
        }),
      ),
    close: () => host.close(),
  };
}

/** The text of a provider whose config is its own, where that of the process is for all. */
export function configuredProvider(kind: string, config: Readonly<Record<string, string>>): string {
  if (onHost === "native") return configuredKind(kind, config);
  return `exports.handler = () => {
    const provider = require("pulumi-lumenone/dynamic").handler(${JSON.stringify(kind)});
    const own = ${JSON.stringify(config)};
    return { ...provider, configure: () => provider.configure({ config: { get: (key) => own[key] } }) };
  }`;
}

function pulumiRun(host: HostProcess, provider: string): PulumiRun {
  const checked = async (olds: Bag, news: Bag): Promise<Bag> => {
    const { inputs, failures } = await host.check(provider, olds, news);
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
    return inputs;
  };
  const create = async (inputs: Bag): Promise<Resource> => {
    const { id, outs } = await host.create(provider, inputs);
    return { id, inputs, outputs: outs };
  };
  const run: PulumiRun = {
    async up(state, news) {
      const inputs = await checked(state?.inputs ?? {}, news);
      if (!state) return create(inputs);
      const { id, outputs } = state;
      const { changes, replaces } = await host.diff(provider, id, outputs, inputs);
      if (replaces.length > 0) {
        const made = await create(inputs);
        await run.remove(state);
        return made;
      }
      if (changes === false) return state;
      return { id, inputs, outputs: (await host.update(provider, id, outputs, inputs)).outs };
    },
    async tryUp(state, news) {
      try {
        return { state: await run.up(state, news) };
      } catch (error) {
        const kept = error instanceof HostError ? error.initFailed : undefined;
        if (!kept) return { ...(state && { state }), error: error as Error };
        // Without its provider the engine could do nothing more with it.
        const { [providerKey]: text, ...outputs } = kept.properties;
        if (onHost === "dynamic") expect(text).toBe(provider);
        return { state: { id: kept.id, inputs: news, outputs }, error: new Error(kept.reasons.join("\n")) };
      }
    },
    async isSettled({ id, inputs, outputs }, news) {
      const { changes, replaces } = await host.diff(provider, id, outputs, await checked(inputs, news));
      return changes === false && replaces.length === 0;
    },
    read: async ({ id, outputs }) => (await host.read(provider, id, outputs)).props,
    remove: ({ id, outputs }) => host.delete(provider, id, outputs),
  };
  return run;
}
