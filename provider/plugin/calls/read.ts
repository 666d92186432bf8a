import { type ReadRequest, ReadResponse } from "@pulumi/pulumi/proto/provider_pb";
import { providerKey, unmanagedIn } from "../../lifecycle/state/bookkeeping";
import { importObject } from "../../lifecycle/steps/import";
import { read as readObject } from "../../lifecycle/steps/read";
import { plain, type Step } from "../step";
import { bagOf, structOf } from "../wire/bag";
import { sealed } from "../wire/secrets";

/**
 * Reads an object back for a refresh, for `.get`, or for an import. The engine does not say for which: an import has neither
 * state nor inputs, and `.get` has inputs, be they empty.
 */
export async function read(request: ReadRequest, { definition, context, secrets }: Step): Promise<ReadResponse> {
  const sent = bagOf(request.getProperties());
  const sentInputs = bagOf(request.getInputs());
  const isImport = Object.keys(sent).length === 0 && !request.hasInputs();
  const found = isImport
    ? await importObject(definition, context, request.getId())
    : await readObject(definition, context, request.getId(), plain(sent));
  const response = new ReadResponse();
  // Without an id the engine takes the object for gone.
  if (!found) return response;
  const { id, inputs, outputs } = found;
  // Neither what a state of the dynamic provider lacks nor what an import left out of the program is a change.
  const leftOut = isImport ? [] : ["accountId", ...unmanagedIn(outputs)];
  for (const name of leftOut) if (!(name in sentInputs)) delete inputs[name];
  if (providerKey in sent) outputs[providerKey] = sent[providerKey];
  response.setId(id).setProperties(structOf(sealed(outputs, [sent, sentInputs], secrets)));
  if (outputs["lookup"] !== true) {
    if (providerKey in sentInputs) inputs[providerKey] = sentInputs[providerKey];
    response.setInputs(structOf(sealed(inputs, [sentInputs, sent], secrets)));
  }
  return response;
}
