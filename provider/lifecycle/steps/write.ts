import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { inputFields, remoteValue } from "../definition/fields";
import { find, request } from "../object/find";
import { isAnswerFor } from "../object/identity";
import { projectField } from "../state/project";
import { resourceLabel } from "../errors/resource-error";
import { same } from "../state/same";
import { isObject, type Values } from "../state/values";

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
  const answer = await shownAfter(definition, context, id, state, fields, isObject(answered) ? answered : {});
  const remote: Values = { ...answer };
  for (const [name, field] of inputFields(definition.fields)) {
    if (fields[name] === undefined) continue;
    if (remoteValue(answer, name, field) === undefined) remote[field.wire ?? name] = fields[name];
    else if (fields[name] === null && field.resetByNull) continue;
    else if (!same(projectField(name, field, fields[name], answer), fields[name])) {
      warnOfDifference(definition, context, id, state, name);
    }
  }
  return remote;
}

/**
 * The response to an update; where it shows nothing of what was sent, or another object, what reading shows: LumenOne also
 * answers 200 when it took none of it (upstream), and a gateway can put anything in its place.
 * @throws when nobody can look: the next `up` writes it again
 */
async function shownAfter(
  definition: Definition,
  context: Context,
  id: string,
  state: Values,
  fields: Values,
  answer: Values,
): Promise<Values> {
  const sent = inputFields(definition.fields).filter(([name]) => fields[name] !== undefined);
  const shows = (values: Values) => sent.some(([name, field]) => remoteValue(values, name, field) !== undefined);
  if (sent.length === 0 || (shows(answer) && isAnswerFor(definition, id, answer))) return answer;
  return { ...(await find(definition, context, id, state)) };
}

/** Warns that LumenOne has another value than the declared one. Shows neither: both may come from a secret. */
export function warnOfDifference(
  definition: Definition,
  context: Context,
  id: string,
  state: Values,
  name: string,
): void {
  context.warn(
    `${resourceLabel(definition, state, id)}: LumenOne did not take ${name} as declared, and has another value. ` +
      "`pulumi preview --diff` shows it: declare that, or see LumenOne's documentation.",
  );
}
