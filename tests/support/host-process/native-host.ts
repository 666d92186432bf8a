import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as path from "node:path";
import { withoutNamespace } from "../../../provider/client/settings-table";
import { nativeType } from "../../../provider/definitions/resource-type";
import { opened } from "../../../provider/plugin/wire/secrets";
import { childEnvironment } from "../child-environment";
import { type HostOptions, type HostProcess } from "../host-process";
import { startFakeEngine } from "./fake-engine";
import { driveHost, send } from "./drive-host";
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

  async function connect(config: Readonly<Record<string, string>>): Promise<ResourceProviderClient> {
    const own = { "grpc.use_local_subchannel_pool": 1 };
    const client = new ResourceProviderClient(`127.0.0.1:${plugin.port}`, grpc.credentials.createInsecure(), own);
    await send(client, "handshake", new provider.ProviderHandshakeRequest().setEngineAddress(engine.address));
    const args = Struct.fromJavaScript(withoutNamespace(config));
    await send(client, "configure", new provider.ConfigureRequest().setArgs(args));
    return client;
  }

  return driveHost(plugin, engine, {
    clientOf: (of) => {
      const { config = options.config ?? {} } = read(of);
      const key = JSON.stringify(config);
      const client = clients.get(key) ?? connect(config);
      clients.set(key, client);
      return client;
    },
    address: (of, request) => {
      const type = nativeType(read(of).kind);
      request.setType(type);
      request.setUrn(`urn:pulumi:dev::test::${type}::subject`);
    },
    bag: (_of, properties) => Struct.fromJavaScript(properties as never),
    plain: (properties) => opened((properties?.toJavaScript() ?? {}) as Record<string, unknown>),
    closeClients: async () => {
      for (const client of clients.values()) (await client.catch(() => undefined))?.close();
    },
  });
}
