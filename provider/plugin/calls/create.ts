import { type CreateRequest, CreateResponse } from "@pulumi/pulumi/proto/provider_pb";
import { type Definition } from "../../lifecycle/definition/definition";
import { IncompleteError } from "../../lifecycle/errors/incomplete-error";
import { assertKnown, unknown } from "../../lifecycle/engine/unknown";
import { fitIncomplete } from "../../lifecycle/state/fit-incomplete";
import { type Values } from "../../lifecycle/state/values";
import { create as createObject } from "../../lifecycle/steps/create";
import { plain, type Step } from "../step";
import { bagOf, structOf } from "../wire/bag";
import { InitFailure } from "../wire/failure";
import { sealed } from "../wire/secrets";

/** Makes the object that the inputs declare. In a preview, says what it would look like and makes nothing. */
export async function create(request: CreateRequest, { definition, context, secrets }: Step): Promise<CreateResponse> {
  const sent = bagOf(request.getProperties());
  const inputs = plain(sent);
  const response = new CreateResponse();
  if (request.getPreview()) {
    return response.setProperties(structOf(sealed(preview(definition, inputs), [sent], secrets)));
  }
  assertKnown(definition.kind, inputs);
  try {
    const { id, outputs } = await createObject(definition, context, inputs);
    return response.setId(id).setProperties(structOf(sealed(outputs, [sent], secrets)));
  } catch (error) {
    if (!(error instanceof IncompleteError)) throw error;
    const kept = fitIncomplete(definition, error);
    throw new InitFailure(kept, sealed(kept.properties, [sent], secrets), sent);
  }
}

/** The outputs of an object that is not made yet: what LumenOne gives is not known. */
function preview({ fields, derived = {} }: Definition, inputs: Values): Values {
  const outputs: Values = { ...inputs };
  for (const [name, { presence, hashAs }] of Object.entries(fields)) {
    if (presence === "output") outputs[name] = unknown;
    // The state holds the hash of a file alone.
    if (hashAs !== undefined) delete outputs[name];
  }
  for (const name of Object.keys(derived)) outputs[name] = unknown;
  return outputs;
}
