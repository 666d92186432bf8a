import { type sendUnaryData, status, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { type PluginAttach, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
  CheckFailure,
  type CheckRequest,
  CheckResponse,
  type ConfigureRequest,
  ConfigureResponse,
  type CreateRequest,
  CreateResponse,
  type DeleteRequest,
  type DiffRequest,
  DiffResponse,
  type ReadRequest,
  ReadResponse,
  type UpdateRequest,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type Struct } from "google-protobuf/google/protobuf/struct_pb";
import { clientFrom } from "../../client/client";
import { version } from "../../client/version";
import { settingsFrom } from "../../client/settings";
import { definitionOf } from "../../definitions/registry";
import { kindOfType } from "../../definitions/resource-type";
import { type Handler, handlerOf } from "../../dynamic/host/handler-of";
import { IncompleteError } from "../../lifecycle/errors/incomplete-error";
import { type BaseContext, baseContext } from "../../lifecycle/process/base-context";
import { type Context } from "../../lifecycle/process/context";
import { Session } from "../../lifecycle/process/session";
import { stepContext } from "../../lifecycle/process/step-context";
import { providerKey } from "../../lifecycle/state/bookkeeping";
import { type Values } from "../../lifecycle/state/values";
import { EngineConnection } from "../engine-connection";
import { type Surroundings } from "../provider-instance";
import { bagOf, structOf } from "../wire/bag";
import { InitFailure } from "../wire/failure";
import { opened } from "../wire/secrets";
import { unary } from "../wire/unary";
import { resourceOf, type ResourceRequest } from "../wire/resource-of";

/**
 * Pulumi's dynamic provider for the resources of this package, for engines that attach to a running process: what
 * `@pulumi/pulumi/cmd/dynamic-provider` does in a process for each command. The states are the same.
 * @param surroundings where the provider works
 */
export function dynamicService({ environment, folder }: Surroundings): UntypedServiceImplementation {
  let engine: EngineConnection | undefined;
  let config: Values = {};
  let base: BaseContext | undefined;

  const contextOf = (_config: unknown, pending: Promise<void>[], signal: AbortSignal): Context => {
    if (!base) {
      const settings = settingsFrom((key) => config[key] as string | undefined, environment, folder);
      base = baseContext(settings, clientFrom(settings), new Session(), environment);
    }
    return stepContext(base, { log: async (severity, message) => engine?.log(severity, "", message), pending, signal });
  };

  const step = <Request extends ResourceRequest, Response>(
    run: (request: Request, handler: Handler) => Promise<Response>,
  ) =>
    unary<Request, Response>((request) => {
      const { type } = resourceOf(request);
      const kind = kindOfType(type);
      if (kind !== undefined) return run(request, handlerOf(definitionOf(kind), contextOf));
      throw new Error(
        `${type} is a dynamic resource of another package, and this command serves those of pulumi-lumenone only.`,
      );
    });

  return {
    attach: unary((request: PluginAttach) => {
      engine = new EngineConnection(request.getAddress());
      return new Empty();
    }),
    getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
    configure: unary((request: ConfigureRequest) => {
      config = opened(bagOf(request.getArgs()));
      return new ConfigureResponse().setAcceptsecrets(false);
    }),
    cancel: unary(() => new Empty()),
    // As in Pulumi's own provider: the engine then does without them.
    ...Object.fromEntries(["handshake", "checkConfig", "diffConfig"].map((name) => [name, unimplemented])),
    check: step(async (request: CheckRequest, handler) => {
      const news = bagOf(request.getNews());
      const { inputs, failures } = await handler.check(bagOf(request.getOlds()), news);
      const response = new CheckResponse().setInputs(withProvider(inputs, news));
      for (const { property, reason } of failures) {
        response.addFailures(new CheckFailure().setProperty(property).setReason(reason));
      }
      return response;
    }),
    diff: step(async (request: DiffRequest, handler) => {
      const found = await handler.diff(request.getId(), bagOf(request.getOlds()), bagOf(request.getNews()));
      const { DIFF_NONE, DIFF_SOME, DIFF_UNKNOWN } = DiffResponse.DiffChanges;
      return new DiffResponse()
        .setChanges(found.changes === true ? DIFF_SOME : found.changes === false ? DIFF_NONE : DIFF_UNKNOWN)
        .setReplacesList(found.replaces)
        .setDeletebeforereplace(found.deleteBeforeReplace);
    }),
    create: step(async (request: CreateRequest, handler) => {
      const inputs = bagOf(request.getProperties());
      try {
        const { id, outs } = await handler.create(inputs);
        return new CreateResponse().setId(id).setProperties(withProvider(outs, inputs));
      } catch (error) {
        throw error instanceof IncompleteError ? new InitFailure(error, error.properties, inputs) : error;
      }
    }),
    read: step(async (request: ReadRequest, handler) => {
      const state = bagOf(request.getProperties());
      const { id = "", props, inputs } = await handler.read(request.getId(), state);
      const response = new ReadResponse().setId(id).setProperties(withProvider(props, state));
      return inputs ? response.setInputs(withProvider(inputs, state)) : response;
    }),
    update: step(async (request: UpdateRequest, handler) => {
      const news = bagOf(request.getNews());
      const { outs } = await handler.update(request.getId(), bagOf(request.getOlds()), news);
      return new UpdateResponse().setProperties(withProvider(outs, news));
    }),
    delete: step(async (request: DeleteRequest, handler) => {
      await handler.delete(request.getId(), bagOf(request.getProperties()));
      return new Empty();
    }),
  };
}

function unimplemented(_call: unknown, reply: sendUnaryData<unknown>): void {
  reply({ code: status.UNIMPLEMENTED, details: "not implemented by the dynamic provider" });
}

/** The text that finds the code of a resource stays with it. */
function withProvider(values: Values | undefined, from: Values): Struct {
  return structOf({ ...values, [providerKey]: from[providerKey] });
}
