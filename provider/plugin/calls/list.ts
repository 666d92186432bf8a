import { type ServerWritableStream } from "@grpc/grpc-js";
import { type ListRequest, ListResponse } from "@pulumi/pulumi/proto/provider_pb";
import { containsUnknown } from "../../lifecycle/engine/unknown";
import { listObjects } from "../../lifecycle/steps/list";
import { type ProviderInstance } from "../provider-instance";
import { definitionOfType } from "../step";
import { bagOf } from "../wire/bag";
import { failureOf } from "../wire/failure";
import { opened } from "../wire/secrets";

/** Streams the objects of a type that could be imported, with their import ids. */
export async function list(
  call: ServerWritableStream<ListRequest, ListResponse>,
  instance: ProviderInstance,
): Promise<void> {
  const pending: Promise<void>[] = [];
  try {
    const definition = definitionOfType(call.request.getToken());
    const query = opened(bagOf(call.request.getQuery()));
    if (containsUnknown(query)) {
      call.write(new ListResponse().setComputed(new ListResponse.Computed()));
      return void call.end();
    }
    const limit = call.request.getLimit();
    let count = 0;
    for await (const { id, name } of listObjects(definition, instance.context(definition, "", 0, pending), query)) {
      call.write(new ListResponse().setResult(new ListResponse.Result().setId(id).setName(name)));
      if (++count === limit || call.cancelled) break;
    }
    call.end();
  } catch (error) {
    call.emit("error", failureOf(error));
  } finally {
    await Promise.all(pending);
  }
}
