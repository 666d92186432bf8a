import { type ServerWritableStream } from "@grpc/grpc-js";
import { type ListRequest, type ListResponse } from "@pulumi/pulumi/proto/provider_pb";
import { type ProviderInstance } from "../provider-instance";

export const list =
  (instanceOf: (peer: string) => ProviderInstance) =>
  (call: ServerWritableStream<ListRequest, ListResponse>): void => {
    void instanceOf;
    call.end();
  };
