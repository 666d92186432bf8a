import { type UntypedServiceImplementation } from "@grpc/grpc-js";
import { type PluginAttach, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
  type DeleteRequest,
  GetMappingResponse,
  GetMappingsResponse,
  GetSchemaResponse,
  type ProviderHandshakeRequest,
  ProviderHandshakeResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { writeDebugLogTo } from "../client/log/debug-log";
import { version } from "../client/version";
import { secretFields } from "../lifecycle/definition/fields";
import { stepMessage } from "../lifecycle/errors/step-message";
import { remove } from "../lifecycle/steps/delete";
import { check } from "./calls/check";
import { checkConfig, configure, diffConfig } from "./calls/configuration";
import { create } from "./calls/create";
import { diff } from "./calls/diff";
import { invoke } from "./calls/invoke";
import { list } from "./calls/list";
import { read } from "./calls/read";
import { update } from "./calls/update";
import { EngineConnection } from "./engine-connection";
import { ofThisProcess, ProviderInstance, type Surroundings } from "./provider-instance";
import { definitionOfType, plain, type Step } from "./step";
import { bagOf } from "./wire/bag";
import { InitFailure } from "./wire/failure";
import { resourceOf, type ResourceRequest } from "./wire/resource-of";
import { unary } from "./wire/unary";

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
    const instance = instances.get(peer) ?? new ProviderInstance(surroundings, started);
    instances.set(peer, instance);
    return instance;
  };

  const call = <Request, Response>(
    run: (request: Request, instance: ProviderInstance) => Response | Promise<Response>,
  ) => unary<Request, Response>((request, peer) => run(request, instanceOf(peer)));

  /** Runs one step of a resource. Its messages are shown before it ends. */
  const step = <Request extends ResourceRequest & { getTimeout?(): number }, Response>(
    run: (request: Request, step: Step) => Response | Promise<Response>,
  ) =>
    call<Request, Response>(async (request, instance) => {
      const { type, name } = resourceOf(request);
      const definition = definitionOfType(type);
      const pending: Promise<void>[] = [];
      const context = instance.context(definition, request.getUrn(), request.getTimeout?.() ?? 0, pending);
      try {
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
    getSchema: call(() => new GetSchemaResponse().setSchema(JSON.stringify(require("pulumi-lumenone/schema.json")))),
    getMapping: call(() => new GetMappingResponse()),
    getMappings: call(() => new GetMappingsResponse()),
    checkConfig: call(checkConfig),
    diffConfig: call(diffConfig),
    configure: call(configure),
    cancel: call(() => {
      for (const instance of instances.values()) instance.cancel();
      return new Empty();
    }),
    invoke: call(invoke),
    list: (stream: Parameters<typeof list>[0]) => void list(stream, instanceOf(stream.getPeer())),
    check: step(check),
    diff: step(diff),
    create: step(create),
    read: step(read),
    update: step(update),
    delete: step(async (request: DeleteRequest, { definition, context }) => {
      await remove(definition, context, request.getId(), plain(bagOf(request.getProperties())));
      return new Empty();
    }),
  };
}
