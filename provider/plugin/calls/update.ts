import { type UpdateRequest, UpdateResponse } from "@pulumi/pulumi/proto/provider_pb";
import { type Definition } from "../../lifecycle/definition/definition";
import { inputFields } from "../../lifecycle/definition/fields";
import { assertKnown } from "../../lifecycle/engine/unknown";
import { type Values } from "../../lifecycle/state/values";
import { update as updateObject } from "../../lifecycle/steps/update";
import { managedState, plain, type Step } from "../step";
import { bagOf, structOf } from "../wire/bag";
import { sealed } from "../wire/secrets";

/** Writes what the program changed. In a preview, says what the object would look like and writes nothing. */
export async function update(request: UpdateRequest, { definition, context, secrets }: Step): Promise<UpdateResponse> {
  const sent = bagOf(request.getNews());
  const olds = managedState(bagOf(request.getOlds()), bagOf(request.getOldInputs()));
  const news = plain(sent);
  if (!request.getPreview()) assertKnown(definition.kind, news);
  const outputs = request.getPreview()
    ? preview(definition, olds, news)
    : await updateObject(definition, context, request.getId(), olds, news);
  return new UpdateResponse().setProperties(structOf(sealed(outputs, [sent], secrets)));
}

/** The outputs of an object whose change is not written yet: what LumenOne gave stays known, so that nothing below it seems to change. */
function preview({ fields }: Definition, state: Values, inputs: Values): Values {
  const given = new Set(inputFields(fields).map(([name]) => name));
  const kept = Object.entries(state).filter(([name]) => !given.has(name));
  const declared = Object.entries(inputs).filter(([name]) => fields[name]?.hashAs === undefined);
  return Object.fromEntries([...kept, ...declared]);
}
