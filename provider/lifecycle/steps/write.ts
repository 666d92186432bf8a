import { inputFields, remoteValue } from "../definition/fields";
import { find } from "../object/find";
import { type Subject } from "../object/subject";
import { projectField } from "../state/project";
import { same } from "../state/same";
import { type Values } from "../state/values";

/**
 * Sends these fields with the kind's update operation, and returns those whose values at LumenOne then differ.
 * @param subject its values name the parent and the account
 * @returns the object as LumenOne shows it, with what was sent where the response does not say
 */
export async function write(subject: Subject, fields: Values): Promise<Values> {
  const { definition, request, session } = subject;
  const { update } = definition.operations;
  if (!update) throw new Error(`${definition.kind} has no update operation`);
  const response = await subject
    .one(update, { fields: { ...request.parameters, ...fields } })
    .finally(() => session.wrote());
  const shown = await shownAfter(subject, fields, response);
  const remote: Values = { ...shown };
  for (const [name, field] of inputFields(definition.fields)) {
    if (fields[name] === undefined) continue;
    if (remoteValue(shown, name, field) === undefined) remote[field.wire ?? name] = fields[name];
    else if (fields[name] === null && field.resetByNull) continue;
    else if (!same(projectField(name, field, fields[name], shown), fields[name])) warnOfDifference(subject, name);
  }
  return remote;
}

/**
 * The response to an update, or a read where the response shows none of the sent fields, or another object: LumenOne also
 * returns 200 when it took none of them (upstream), and a gateway can put anything in its place.
 * @throws when the read fails: the next `up` writes it again
 */
async function shownAfter(subject: Subject, fields: Values, response: Values): Promise<Values> {
  const sent = inputFields(subject.definition.fields).filter(([name]) => fields[name] !== undefined);
  const shows = (values: Values) => sent.some(([name, field]) => remoteValue(values, name, field) !== undefined);
  if (sent.length === 0 || (shows(response) && subject.isShownBy(response))) return response;
  return { ...(await find(subject)) };
}

/** Warns that LumenOne has another value than the declared one. Shows neither: both may come from a secret. */
export function warnOfDifference({ context, label }: Subject, name: string): void {
  context.warn(
    `${label}: LumenOne did not take ${name} as declared, and has another value. ` +
      "`pulumi preview --diff` shows it: declare that, or see LumenOne's documentation.",
  );
}
