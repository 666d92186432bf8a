import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";

/** As large as Pulumi's own limit. */
const largestMessage = 400 * 1024 * 1024;

/** Serves Pulumi's provider protocol on a free port of this machine. */
export function servePlugin(service: UntypedServiceImplementation): Promise<{ port: number; close: () => void }> {
  const server = new Server({
    "grpc.max_receive_message_length": largestMessage,
    "grpc.max_send_message_length": largestMessage,
  });
  server.addService(ResourceProviderService, service);
  return new Promise((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve({ port, close: () => server.forceShutdown() });
    }),
  );
}
