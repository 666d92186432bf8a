import { isDeepStrictEqual } from "node:util";
import { type Definition } from "../definition/definition";
import { type Field, inputFields, remoteValue } from "../definition/fields";
import { identityFields } from "../object/identity";
import { alike, coerced } from "./spelling";
import { unmasked } from "./unmasked";
import { normaliseField } from "../definition/validate-field";
import { isObject } from "../../client/is-object";
import { type Values } from "./values";

/** The parts of a returned value that the program's own value has. */
function ownKeys(own: unknown, returned: unknown): unknown {
  if (Array.isArray(own) && Array.isArray(returned) && own.length === returned.length) {
    return returned.map((item, index) => ownKeys(own[index], item));
  }
  if (!isObject(own) || !isObject(returned)) return returned;
  return Object.fromEntries(Object.keys(own).map((key) => [key, ownKeys(own[key], returned[key] ?? null)]));
}

/** A secret may come back masked, as JSON text, or not at all. If none is stored, only the readable part counts. */
function projectSecret(field: Field, own: unknown, shown: unknown): unknown {
  const value = unmasked(own ?? (field.type === "object" ? {} : undefined), shown);
  return own === undefined && isDeepStrictEqual(value, {}) && !isDeepStrictEqual(shown, {}) ? undefined : value;
}

/** The value of one field at LumenOne, in the spelling of the program; `own` where the response does not say. */
export function projectField(name: string, field: Field, own: unknown, remote: Values): unknown {
  if (field.secret) return normaliseField(field, projectSecret(field, own, remoteValue(remote, name, field)));
  let value = coerced(field, remoteValue(remote, name, field));
  if (value === undefined || alike(field, own, value)) return own;
  if (value === null && !field.nullable) return own === undefined ? undefined : null;
  if (field.ownKeysOnly && own !== undefined) value = ownKeys(own, value);
  return normaliseField(field, value);
}

/**
 * The values of LumenOne for the fields that the program set: values that LumenOne added by itself are not drift.
 * @param everything also the fields that the program did not set (for an object that it only looks at)
 */
export function project(definition: Definition, owned: Values, remote: Values, everything = false): Values {
  const projected: Values = {};
  const identity = identityFields(definition);
  for (const [name, field] of inputFields(definition.fields)) {
    if (!everything && owned[name] === undefined) continue;
    const isFixed = field.fixed && owned[name] !== undefined;
    const own = field.local || field.hashAs !== undefined || isFixed || identity.has(name);
    const value = own ? owned[name] : projectField(name, field, owned[name], remote);
    if (value !== undefined) projected[name] = value;
  }
  return projected;
}
