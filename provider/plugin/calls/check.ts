import { CheckFailure, CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";
import { inputFields } from "../../lifecycle/definition/fields";
import { check as checkInputs } from "../../lifecycle/steps/check";
import { type Values } from "../../lifecycle/state/values";
import { plain, type Step } from "../step";
import { bagOf, structOf } from "../wire/bag";
import { holdsSecret, sealed } from "../wire/secrets";

/** Normalises what the program declares, and reports everything that is wrong with it. */
export async function check(request: CheckRequest, step: Step): Promise<CheckResponse> {
  const { definition, context, secrets } = step;
  const sent = bagOf(request.getNews());
  const olds = plain(bagOf(request.getOlds()));
  const news = { ...plain(sent), ...autonamed(request, step, olds, plain(sent)) };
  const { inputs, problems } = await checkInputs(definition, context, olds, news);
  const response = new CheckResponse().setInputs(structOf(sealed(inputs, [sent], secrets)));
  for (const { path, message } of problems) {
    const failure = new CheckFailure().setReason(message);
    const field = /^\w+/.exec(path)?.[0] ?? "";
    // The engine prints the value of a property that is named, whether it is secret or not.
    const mayBeSecret = secrets.has(field) || holdsSecret(sent[field]);
    if (field in definition.fields && !mayBeSecret) failure.setProperty(path);
    response.addFailures(failure);
  }
  return response;
}

/** The name that the engine proposes, or the resource's own, where the program gives none. */
function autonamed(request: CheckRequest, { definition, name }: Step, olds: Values, news: Values): Values {
  const { DISABLE } = CheckRequest.AutonamingOptions.Mode;
  const naming = request.getAutonaming();
  if (naming?.getMode() === DISABLE) return {};
  const names = inputFields(definition.fields).filter(
    ([field, { logicalName }]) => logicalName && (news[field] === undefined || news[field] === null),
  );
  const proposed = naming?.getProposedName();
  // A proposal may differ each time.
  return Object.fromEntries(names.map(([field]) => [field, proposed ? (olds[field] ?? proposed) : name]));
}
