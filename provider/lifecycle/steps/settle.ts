import { inputFields, remoteValue } from "../definition/fields";
import { identityFields } from "../object/identity";
import { type Subject } from "../object/subject";
import { IncompleteError } from "../errors/incomplete-error";
import { outputsOf } from "../state/outputs";
import { projectField } from "../state/project";
import { same } from "../state/same";
import { type Values } from "../state/values";
import { warnOfDifference, write } from "./write";

/**
 * Brings an object that was just made or taken over to the declared state: what creation did not set is written with
 * one update. A value that differs even then is reported as a warning.
 * @param subject its values are the declared ones
 * @param existing the object was there before, so a field that the response does not show may be anything
 * @returns the object as LumenOne has it now
 */
export async function settle(subject: Subject, remote: Values, existing: boolean): Promise<Values> {
  const { definition, values: inputs, id } = subject;
  const identity = identityFields(definition);
  const missing = inputFields(definition.fields)
    .filter(([name, field]) => {
      if (field.local || field.hashAs || identity.has(name) || inputs[name] === undefined) return false;
      if (existing && (field.secret || remoteValue(remote, name, field) === undefined)) return true;
      return !same(projectField(name, field, inputs[name], remote), inputs[name]);
    })
    .map(([name]) => name);
  if (missing.length === 0) return remote;
  if (!definition.operations.update) {
    for (const name of missing) warnOfDifference(subject, name);
    return remote;
  }
  try {
    const written = Object.fromEntries(missing.map((name) => [name, inputs[name]]));
    return { ...remote, ...(await write(subject, written)) };
  } catch (error) {
    const outputs = { ...outputsOf(subject, inputs, remote), incomplete: missing };
    throw new IncompleteError(id, outputs, [
      `${subject.label} exists now, but ${missing.join(", ")} could not be set: ` +
        `${error instanceof Error ? error.message : String(error)} Run \`pulumi up\` again to complete it.`,
    ]);
  }
}
