import { assetIn, fileNameOf } from "../engine/asset";
import { type Field, remoteValue } from "../definition/fields";
import { type Subject } from "../object/subject";
import { alike, coerced } from "./spelling";
import { type Values } from "./values";

/**
 * The outputs that the state keeps: the program's fields, what LumenOne gave, what the id says, and where it is.
 */
export function outputsOf(subject: Subject, fields: Values, remote: Values, olds: Values = {}): Values {
  const { definition, context, knownId } = subject;
  const outputs: Values = { ...fields };
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.presence !== "output") continue;
    const value = spelled(field, remoteValue(remote, name, field), olds[name]);
    if (value !== undefined && value !== null) outputs[name] = value;
    else if (field.nullable) outputs[name] = null;
  }
  for (const [name, { hashAs, nameAs }] of Object.entries(definition.fields)) {
    if (hashAs === undefined) continue;
    const file = assetIn(outputs[name]);
    delete outputs[name];
    const kept = {
      [hashAs]: file?.hash ?? olds[hashAs],
      ...(nameAs && { [nameAs]: file ? fileNameOf(file) : olds[nameAs] }),
    };
    for (const [output, value] of Object.entries(kept)) if (value !== undefined) outputs[output] = value;
  }
  if (knownId !== undefined) {
    for (const [name, derive] of Object.entries(definition.derived ?? {})) {
      // In a state that is the account which an object belongs to. An Account belongs to none.
      if (name !== "accountId") outputs[name] = derive(knownId);
    }
  }
  const origin = context.api.origin ?? olds["origin"];
  if (origin !== undefined) outputs["origin"] = origin;
  for (const name of ["mark", "insteadOf"]) if (olds[name] !== undefined) outputs[name] = olds[name];
  if (definition.version > 1) outputs["stateVersion"] = definition.version;
  return outputs;
}

/** The value of LumenOne in one spelling; the state's where it means the same, or where LumenOne returns none. */
function spelled(field: Field, returned: unknown, old: unknown): unknown {
  const value = coerced(field, returned);
  if (value === undefined || value === null || value === "") return old;
  const normal = field.normalise ? field.normalise(value) : value;
  return alike(field, old, normal) ? old : normal;
}
