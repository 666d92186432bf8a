import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as path from "node:path";
import { providerKey, withoutProvider } from "../../provider/lifecycle/state/bookkeeping";
import { childEnvironment, FAST_START } from "./child-environment";
import { host } from "./host";
import { type LogEntry, startFakeEngine } from "./host-process/fake-engine";
import { driveHost, send } from "./host-process/drive-host";
import { HostError } from "./host-process/host-error";
import { startNativeHost } from "./host-process/native-host";
import { startProcess } from "./host-process/start-process";

export { HostError, type LogEntry };

/** Properties of a resource as plain JSON. `__provider` is added on the way in and taken off on the way out. */
export type Bag = Readonly<Record<string, unknown>>;

/** What of a host process can be chosen. */
export interface HostOptions {
  /** The whole stack config, namespaced, secrets in clear, as the engine sends it. */
  readonly config?: Readonly<Record<string, string>>;
  /** Default: the root of the repository, where `pulumi-lumenone` resolves. */
  readonly cwd?: string;
  /** On top of what the process inherits, in which nothing speaks of Pulumi or LumenOne. */
  readonly env?: Readonly<Record<string, string>>;
  /** Namespace of config keys without one. Default: `test`. */
  readonly project?: string;
}

/**
 * The dynamic-provider process of `@pulumi/pulumi`, driven over gRPC as the engine does it, in a second instead of the
 * CLI's several. `of` says which provider: one of ours by its kind (`"Folder"`), or the text of any.
 */
export interface HostProcess {
  readonly pid: number;
  /** What it logged through the engine. */
  readonly logs: readonly LogEntry[];
  /** What it printed, without the port on the first line of stdout. Complete when the process has ended. */
  stdout(): string;
  stderr(): string;
  check(of: string, olds: Bag, news: Bag): Promise<{ inputs: Bag; failures: { property: string; reason: string }[] }>;
  diff(of: string, id: string, olds: Bag, news: Bag): Promise<Diff>;
  create(of: string, inputs: Bag): Promise<{ id: string; outs: Bag }>;
  /** `id` is empty when the object is gone. */
  read(of: string, id: string, props: Bag): Promise<{ id: string; props: Bag; inputs?: Bag }>;
  update(of: string, id: string, olds: Bag, news: Bag): Promise<{ outs: Bag }>;
  delete(of: string, id: string, props: Bag): Promise<void>;
  /** Sends a signal, and waits until the process has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Ends the process. */
  close(): Promise<void>;
}

/** `changes` is undefined where the provider leaves it to the engine to compare inputs. */
export interface Diff {
  readonly changes: boolean | undefined;
  readonly replaces: readonly string[];
  readonly deleteBeforeReplace: boolean;
}

/** Starts a host process and configures it: of Pulumi's dynamic host, or of the plugin in the project `native`. */
export function startHost(options: HostOptions = {}): Promise<HostProcess> {
  return host === "native" ? startNativeHost(options) : startDynamicHost(options);
}

/** The same, of Pulumi's dynamic host in any project. */
export async function startDynamicHost(options: HostOptions = {}): Promise<HostProcess> {
  const engine = await startFakeEngine();
  const child = await startProcess(require.resolve("@pulumi/pulumi/cmd/dynamic-provider"), [engine.address], {
    cwd: options.cwd ?? path.resolve(__dirname, "../.."),
    env: { ...childEnvironment(), ...FAST_START, PULUMI_NODEJS_PROJECT: options.project ?? "test", ...options.env },
  });
  const client = new ResourceProviderClient(`127.0.0.1:${child.port}`, grpc.credentials.createInsecure());
  await send(
    client,
    "configure",
    new provider.ConfigureRequest().setArgs(Struct.fromJavaScript({ ...options.config })),
  );
  return driveHost(child, engine, {
    clientOf: () => Promise.resolve(client),
    // The text of the provider says which it is.
    address: () => undefined,
    bag: (of, properties) => Struct.fromJavaScript({ ...properties, [providerKey]: textOf(of) }),
    plain: (properties) => withoutProvider(properties?.toJavaScript()),
    closeClients: () => Promise.resolve(client.close()),
  });
}

function textOf(of: string): string {
  return /^\w+$/.test(of) ? `exports.handler = () => require("pulumi-lumenone/dynamic").handler("${of}")` : of;
}
