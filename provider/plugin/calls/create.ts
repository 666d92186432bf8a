import { type CreateRequest, CreateResponse } from "@pulumi/pulumi/proto/provider_pb";
import { IncompleteError } from "../../lifecycle/errors/incomplete-error";
import { assertKnown } from "../../lifecycle/engine/unknown";
import { fitIncomplete } from "../../lifecycle/state/fit-incomplete";
import { create as createObject } from "../../lifecycle/steps/create";
import { previewOfCreate } from "../preview";
import { plain, type Step } from "../step";
import { bagOf, structOf } from "../wire/bag";
import { InitFailure } from "../wire/failure";
import { sealed } from "../wire/secrets";

/** Makes the object that the inputs declare. In a preview, says what it would look like and makes nothing. */
export async function create(request: CreateRequest, step: Step): Promise<CreateResponse> {
  const { definition, context, secrets } = step;
  const sent = bagOf(request.getProperties());
  const inputs = plain(sent);
  const response = new CreateResponse();
  if (request.getPreview()) {
    return response.setProperties(structOf(sealed(previewOfCreate(definition, inputs), [sent], secrets)));
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
