import { type DeleteRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { remove } from "../../lifecycle/steps/delete";
import { plain, type Step } from "../step";
import { bagOf } from "../wire/bag";

/** Deletes the object. */
export async function deleteResource(request: DeleteRequest, { definition, context }: Step): Promise<Empty> {
  const state = plain(bagOf(request.getProperties()));
  await remove(definition, context, request.getId(), state);
  return new Empty();
}
