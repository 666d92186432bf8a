import { type ServerWritableStream, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { type PluginAttach, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
  type CheckRequest,
  type ConfigureRequest,
  type CreateRequest,
  type DeleteRequest,
  type DiffRequest,
  GetMappingResponse,
  GetMappingsResponse,
  GetSchemaResponse,
  type InvokeRequest,
  type ListRequest,
  type ListResponse,
  type ProviderHandshakeRequest,
  ProviderHandshakeResponse,
  type ReadRequest,
  type UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { writeDebugLogTo } from "../client/log/debug-log";
import { version } from "../client/version";
import { secretFields } from "../lifecycle/definition/fields";
import { stepMessage } from "../lifecycle/errors/step-message";
import { check } from "./calls/check";
import { checkConfig, configure, diffConfig } from "./calls/configuration";
import { create } from "./calls/create";
import { deleteResource } from "./calls/delete";
import { diff } from "./calls/diff";
import { invoke } from "./calls/invoke";
import { list } from "./calls/list";
import { read } from "./calls/read";
import { update } from "./calls/update";
import { EngineConnection } from "./engine-connection";
import { ofThisProcess, ProviderInstance, type Surroundings } from "./provider-instance";
import { schemaText } from "./schema-text";
import { definitionOfType, type Step } from "./step";
import { InitFailure } from "./wire/failure";
import { unary } from "./wire/unary";
import { partsOfUrn } from "./wire/urn";

/** What every request about a resource has. */
interface ResourceRequest {
  getUrn(): string;
  getType(): string;
  getName(): string;
  getTimeout?(): number;
}

/**
 * Pulumi's provider protocol over the lifecycle. What the protocol has and this does not (components, parameters) gRPC
 * reports as unimplemented.
 * @param engine address of the engine, where the process was started with it
 * @param surroundings where the provider works
 */
export function providerService(
  engine?: string,
  surroundings: Surroundings = ofThisProcess,
): UntypedServiceImplementation {
  const started = engine === undefined ? undefined : new EngineConnection(engine);
  const instances = new Map<string, ProviderInstance>();

  /** The provider that a connection is for: an engine that attaches opens one for each of its providers. */
  const instanceOf = (peer: string): ProviderInstance => {
    const known = instances.get(peer);
    if (known) return known;
    const instance = new ProviderInstance(surroundings);
    instance.engine = started;
    instances.set(peer, instance);
    return instance;
  };

  const call = <Request, Response>(
    run: (request: Request, instance: ProviderInstance) => Response | Promise<Response>,
  ) => unary<Request, Response>((request, peer) => run(request, instanceOf(peer)));

  /** Runs one step of a resource. Its messages are shown before it ends. */
  const step = <Request extends ResourceRequest, Response>(
    run: (request: Request, step: Step) => Response | Promise<Response>,
  ) =>
    call<Request, Response>(async (request, instance) => {
      const urn = request.getUrn();
      const parts = partsOfUrn(urn);
      const definition = definitionOfType(request.getType() || parts.type);
      const pending: Promise<void>[] = [];
      const context = instance.context(definition, urn, request.getTimeout?.() ?? 0, pending);
      try {
        const name = request.getName() || parts.name;
        return await run(request, { definition, context, name, secrets: new Set(secretFields(definition.fields)) });
      } catch (error) {
        throw error instanceof InitFailure ? error : new Error(stepMessage(error, definition.kind), { cause: error });
      } finally {
        await Promise.all(pending);
      }
    });

  return {
    handshake: call((request: ProviderHandshakeRequest, instance) => {
      const engine = new EngineConnection(request.getEngineAddress());
      instance.engine = engine;
      writeDebugLogTo((line) => void engine.log("info", "", line));
      return new ProviderHandshakeResponse().setAcceptSecrets(true).setSupportsAutonamingConfiguration(true);
    }),
    attach: call((request: PluginAttach, instance) => {
      instance.engine = new EngineConnection(request.getAddress());
      return new Empty();
    }),
    getPluginInfo: call(() => new PluginInfo().setVersion(version)),
    getSchema: call(() => new GetSchemaResponse().setSchema(schemaText())),
    getMapping: call(() => new GetMappingResponse()),
    getMappings: call(() => new GetMappingsResponse()),
    checkConfig: call((request: CheckRequest, instance) => checkConfig(request, instance)),
    diffConfig: call((request: DiffRequest) => diffConfig(request)),
    configure: call((request: ConfigureRequest, instance) => configure(request, instance)),
    cancel: call(() => {
      for (const instance of instances.values()) instance.cancel();
      return new Empty();
    }),
    invoke: call((request: InvokeRequest, instance) => invoke(request, instance)),
    list: (grpcCall: ServerWritableStream<ListRequest, ListResponse>) =>
      void list(grpcCall, instanceOf(grpcCall.getPeer())),
    check: step((request: CheckRequest, of) => check(request, of)),
    diff: step((request: DiffRequest, of) => diff(request, of)),
    create: step((request: CreateRequest, of) => create(request, of)),
    read: step((request: ReadRequest, of) => read(request, of)),
    update: step((request: UpdateRequest, of) => update(request, of)),
    delete: step((request: DeleteRequest, of) => deleteResource(request, of)),
  };
}
