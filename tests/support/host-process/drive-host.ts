import type * as grpc from "@grpc/grpc-js";
import { type ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { type Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Bag, type HostProcess } from "../host-process";
import { type FakeEngine } from "./fake-engine";
import { HostError } from "./host-error";
import { type PortProcess } from "./start-process";

/** How one kind of host is addressed. */
export interface Wire {
  /** The connection that serves `of`. */
  readonly clientOf: (of: string) => Promise<ResourceProviderClient>;
  /** What the engine says of the resource beside its properties. */
  readonly address: (of: string, request: OfResource) => void;
  readonly bag: (of: string, properties: Bag) => Struct;
  readonly plain: (properties: Struct | undefined) => Bag;
  readonly closeClients: () => Promise<void>;
}

/** The requests that are about a resource. */
export interface OfResource {
  setType(type: string): unknown;
  setUrn(urn: string): unknown;
}

/** Drives a host process over gRPC, as the engine does it. */
export function driveHost(child: PortProcess, engine: FakeEngine, wire: Wire): HostProcess {
  const { bag, plain } = wire;
  const call = async <Request extends OfResource, Response>(
    method: string,
    of: string,
    request: Request,
  ): Promise<Response> => {
    wire.address(of, request);
    return await send<Request, Response>(await wire.clientOf(of), method, request);
  };
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    await wire.closeClients();
    await child.kill(signal);
    engine.close();
  };
  return {
    pid: child.pid,
    logs: engine.logs,
    stdout: child.stdout,
    stderr: child.stderr,
    check: async (of, olds, news) => {
      const request = new provider.CheckRequest().setOlds(bag(of, olds)).setNews(bag(of, news));
      const response = await call<typeof request, provider.CheckResponse>("check", of, request);
      return { inputs: plain(response.getInputs()), failures: response.getFailuresList().map((f) => f.toObject()) };
    },
    diff: async (of, id, olds, news) => {
      const request = new provider.DiffRequest().setId(id).setOlds(bag(of, olds)).setNews(bag(of, news));
      const response = await call<typeof request, provider.DiffResponse>("diff", of, request);
      const { DIFF_SOME, DIFF_NONE } = provider.DiffResponse.DiffChanges;
      const changes = new Map([
        [DIFF_SOME, true],
        [DIFF_NONE, false],
      ]).get(response.getChanges());
      const deleteBeforeReplace = response.getDeletebeforereplace();
      return { changes, replaces: response.getReplacesList(), deleteBeforeReplace };
    },
    create: async (of, inputs) => {
      const request = new provider.CreateRequest().setProperties(bag(of, inputs));
      const response = await call<typeof request, provider.CreateResponse>("create", of, request);
      return { id: response.getId(), outs: plain(response.getProperties()) };
    },
    read: async (of, id, props) => {
      const request = new provider.ReadRequest().setId(id).setProperties(bag(of, props)).setInputs(bag(of, props));
      const response = await call<typeof request, provider.ReadResponse>("read", of, request);
      const inputs = response.hasInputs() ? { inputs: plain(response.getInputs()) } : {};
      return { id: response.getId(), props: plain(response.getProperties()), ...inputs };
    },
    update: async (of, id, olds, news) => {
      const request = new provider.UpdateRequest().setId(id).setOlds(bag(of, olds)).setNews(bag(of, news));
      const response = await call<typeof request, provider.UpdateResponse>("update", of, request);
      return { outs: plain(response.getProperties()) };
    },
    delete: async (of, id, props) => {
      await call("delete", of, new provider.DeleteRequest().setId(id).setProperties(bag(of, props)));
    },
    kill,
    close: async () => await kill("SIGTERM"),
  };
}

type Send<Request, Response> = (
  request: Request,
  callback: (error: grpc.ServiceError | null, response: Response) => void,
) => void;

/** One call of the protocol. @throws {HostError} the host refused it */
export async function send<Request, Response>(
  client: ResourceProviderClient,
  method: string,
  request: Request,
): Promise<Response> {
  return await new Promise<Response>((resolve, reject) => {
    const call = (client as unknown as Record<string, Send<Request, Response>>)[method];
    call?.call(client, request, (error, response) =>
      error ? reject(new HostError(method, error)) : resolve(response),
    );
  });
}
