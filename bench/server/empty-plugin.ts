import { Server, ServerCredentials, type ServiceError, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  type CheckRequest,
  CheckResponse,
  ConfigureResponse,
  type CreateRequest,
  CreateResponse,
  DiffResponse,
  type ReadRequest,
  ReadResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

type Call<Request> = { readonly request: Request };
type Callback = (error: ServiceError | null, response: unknown) => void;

/** A handler that looks at nothing but the message itself. */
const reply =
  <Request>(respond: (request: Request) => unknown) =>
  ({ request }: Call<Request>, callback: Callback): void =>
    callback(null, respond(request));

const check = reply((request: CheckRequest) => new CheckResponse().setInputs(request.getNews()));
const unchanged = reply(() => new DiffResponse().setChanges(DiffResponse.DiffChanges.DIFF_NONE));
const empty = reply(() => new Empty());

/** A provider that takes every resource as it is: what gRPC and protobuf in Node cost, and nothing else. */
const service: UntypedServiceImplementation = {
  getPluginInfo: reply(() => new PluginInfo().setVersion("0.1.0")),
  attach: empty,
  cancel: empty,
  checkConfig: check,
  diffConfig: unchanged,
  configure: reply(() => new ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true)),
  check,
  diff: unchanged,
  create: reply((request: CreateRequest) =>
    new CreateResponse().setId(request.getName()).setProperties(request.getProperties()),
  ),
  read: reply((request: ReadRequest) =>
    new ReadResponse().setId(request.getId()).setProperties(request.getProperties()).setInputs(request.getInputs()),
  ),
  delete: empty,
};

const server = new Server();
server.addService(ResourceProviderService, service);
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.send?.(port);
});
process.on("disconnect", () => process.exit());
