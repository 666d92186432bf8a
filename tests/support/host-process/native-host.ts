import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as path from "node:path";
import { withoutNamespace } from "../../../provider/client/settings-namespace";
import { nativeType } from "../../../provider/definitions/resource-type";
import { opened } from "../../../provider/plugin/wire/secrets";
import { childEnvironment } from "../child-environment";
import { type Bag, type HostOptions, type HostProcess } from "../host-process";
import { startFakeEngine } from "./fake-engine";
import { HostError } from "./host-error";
import { startProcess } from "./start-process";

const root = path.resolve(__dirname, "../../..");

/** A kind whose provider has a configuration of its own, as `of` of a {@link HostProcess}. */
export function configuredKind(kind: string, config: Readonly<Record<string, string>>): string {
  return JSON.stringify({ kind, config });
}

function read(of: string): { kind: string; config?: Record<string, string> } {
  return of.startsWith("{") ? (JSON.parse(of) as { kind: string; config: Record<string, string> }) : { kind: of };
}

/** The plugin's process, driven over gRPC as the engine does it. Each configuration is a connection of its own. */
export async function startNativeHost(options: HostOptions = {}): Promise<HostProcess> {
  const engine = await startFakeEngine();
  const script = path.join(root, "provider/dist/bin/pulumi-resource-lumenone");
  const env = { ...childEnvironment(), ...options.env };
  const plugin = await startProcess(script, [engine.address], { cwd: options.cwd ?? root, env });
  const clients = new Map<string, Promise<ResourceProviderClient>>();

  const send = <Request, Response>(
    client: ResourceProviderClient,
    method: string,
    request: Request,
  ): Promise<Response> =>
    new Promise<Response>((resolve, reject) => {
      const call = (client as unknown as Record<string, Send<Request, Response>>)[method];
      call?.call(client, request, (error, response) =>
        error ? reject(new HostError(method, error)) : resolve(response),
      );
    });

  async function connect(config: Readonly<Record<string, string>>): Promise<ResourceProviderClient> {
    const own = { "grpc.use_local_subchannel_pool": 1 };
    const client = new ResourceProviderClient(`127.0.0.1:${plugin.port}`, grpc.credentials.createInsecure(), own);
    await send(client, "handshake", new provider.ProviderHandshakeRequest().setEngineAddress(engine.address));
    const args = Struct.fromJavaScript(withoutNamespace(config));
    await send(client, "configure", new provider.ConfigureRequest().setArgs(args));
    return client;
  }

  async function call<Request extends OfResource, Response>(
    method: string,
    of: string,
    request: Request,
  ): Promise<Response> {
    const { kind, config = options.config ?? {} } = read(of);
    const key = JSON.stringify(config);
    const client = clients.get(key) ?? connect(config);
    clients.set(key, client);
    request.setType(nativeType(kind));
    request.setUrn(`urn:pulumi:dev::test::${nativeType(kind)}::subject`);
    return await send(await client, method, request);
  }

  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    for (const client of clients.values()) (await client.catch(() => undefined))?.close();
    await plugin.kill(signal);
    engine.close();
  };

  return {
    pid: plugin.pid,
    logs: engine.logs,
    stdout: plugin.stdout,
    stderr: plugin.stderr,
    check: async (of, olds, news) => {
      const request = new provider.CheckRequest().setOlds(struct(olds)).setNews(struct(news));
      const response = await call<typeof request, provider.CheckResponse>("check", of, request);
      return {
        inputs: plain(response.getInputs()),
        failures: response.getFailuresList().map((each) => each.toObject()),
      };
    },
    diff: async (of, id, olds, news) => {
      const request = new provider.DiffRequest().setId(id).setOlds(struct(olds)).setNews(struct(news));
      const response = await call<typeof request, provider.DiffResponse>("diff", of, request);
      const changes = response.getChanges() === provider.DiffResponse.DiffChanges.DIFF_SOME;
      return { changes, replaces: response.getReplacesList(), deleteBeforeReplace: response.getDeletebeforereplace() };
    },
    create: async (of, inputs) => {
      const request = new provider.CreateRequest().setProperties(struct(inputs));
      const response = await call<typeof request, provider.CreateResponse>("create", of, request);
      return { id: response.getId(), outs: plain(response.getProperties()) };
    },
    read: async (of, id, props) => {
      const request = new provider.ReadRequest().setId(id).setProperties(struct(props)).setInputs(struct(props));
      const response = await call<typeof request, provider.ReadResponse>("read", of, request);
      const inputs = response.hasInputs() ? { inputs: plain(response.getInputs()) } : {};
      return { id: response.getId(), props: plain(response.getProperties()), ...inputs };
    },
    update: async (of, id, olds, news) => {
      const request = new provider.UpdateRequest().setId(id).setOlds(struct(olds)).setNews(struct(news));
      const response = await call<typeof request, provider.UpdateResponse>("update", of, request);
      return { outs: plain(response.getProperties()) };
    },
    delete: async (of, id, props) => {
      await call("delete", of, new provider.DeleteRequest().setId(id).setProperties(struct(props)));
    },
    kill,
    close: async () => await kill("SIGTERM"),
  };
}

interface OfResource {
  setType(type: string): unknown;
  setUrn(urn: string): unknown;
}

type Send<Request, Response> = (
  request: Request,
  callback: (error: grpc.ServiceError | null, response: Response) => void,
) => void;

const struct = (properties: Bag): Struct => Struct.fromJavaScript(properties as never);
const plain = (properties: Struct | undefined): Bag =>
  opened((properties?.toJavaScript() ?? {}) as Record<string, unknown>);
