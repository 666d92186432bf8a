import { type Context } from "./context";
import { type Definition } from "./definition";
import { inputFields, remoteValue } from "./fields";
import { request } from "./find";
import { projectField } from "./project";
import { resourceLabel } from "./resource-error";
import { same } from "./same";
import { isObject, type Values } from "./values";

/**
 * Sends these fields with the kind's update operation, and says which of them LumenOne then has otherwise.
 * @param state tells the parent and the account
 * @returns the object as LumenOne answers it, with what was sent where the answer does not say
 */
export async function write(
  definition: Definition,
  context: Context,
  id: string,
  state: Values,
  fields: Values,
): Promise<Values> {
  const { update } = definition.operations;
  if (!update) throw new Error(`${definition.kind} has no update operation`);
  const call = request(definition, context, state, id);
  const answered = await context.api
    .call(update, { ...call, fields: { ...call.parameters, ...fields } })
    .finally(() => context.session.wrote());
  const answer = isObject(answered) ? answered : {};
  const remote: Values = { ...answer };
  for (const [name, field] of inputFields(definition.fields)) {
    if (fields[name] === undefined) continue;
    if (remoteValue(answer, name, field) === undefined) remote[field.wire ?? name] = fields[name];
    else if (!same(projectField(name, field, fields[name], answer), fields[name])) {
      warnOfDifference(definition, context, id, state, name, answer);
    }
  }
  return remote;
}

/** Says that LumenOne has another value than the declared one. */
export function warnOfDifference(
  definition: Definition,
  context: Context,
  id: string,
  state: Values,
  name: string,
  answer: Values,
): void {
  const field = definition.fields[name];
  const has = field && !field.secret ? ` and has ${JSON.stringify(remoteValue(answer, name, field))}` : "";
  context.warn(
    `${resourceLabel(definition, state, id)}: LumenOne did not take ${name} as declared${has}.` +
      (has ? " Declare that, or see its documentation." : ""),
  );
}
