import { type UpdateRequest, UpdateResponse } from "@pulumi/pulumi/proto/provider_pb";
import { assertKnown } from "../../lifecycle/engine/unknown";
import { update as updateObject } from "../../lifecycle/steps/update";
import { managedState } from "../managed-state";
import { previewOfUpdate } from "../preview";
import { plain, type Step } from "../step";
import { bagOf, structOf } from "../wire/bag";
import { sealed } from "../wire/secrets";

/** Writes what the program changed. In a preview, says what the object would look like and writes nothing. */
export async function update(request: UpdateRequest, step: Step): Promise<UpdateResponse> {
  const { definition, context, secrets } = step;
  const sent = bagOf(request.getNews());
  const state = bagOf(request.getOlds());
  const olds = managedState(plain(state), bagOf(request.getOldInputs()));
  const news = plain(sent);
  if (!request.getPreview()) assertKnown(definition.kind, news);
  const outputs = request.getPreview()
    ? previewOfUpdate(definition, olds, news)
    : await updateObject(definition, context, request.getId(), olds, news);
  return new UpdateResponse().setProperties(structOf(sealed(outputs, [sent], secrets)));
}
