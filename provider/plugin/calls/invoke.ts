import { type InvokeRequest, type InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { type ProviderInstance } from "../provider-instance";

/** Calls a data function. */
export function invoke(request: InvokeRequest, instance: ProviderInstance): Promise<InvokeResponse> {
  void instance.client;
  throw new Error(`unknown function ${request.getTok()}`);
}
