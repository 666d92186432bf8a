import { check } from "../../lifecycle/steps/check";
import { type Context } from "../../lifecycle/process/context";
import { type Definition } from "../../lifecycle/definition/definition";
import { inputFields, isDefault, remoteValue } from "../../lifecycle/definition/fields";
import { identityFields } from "../../lifecycle/object/identity";
import { Subject } from "../../lifecycle/object/subject";
import { outputsOf } from "../../lifecycle/state/outputs";
import { project } from "../../lifecycle/state/project";
import { maskedIn } from "../../lifecycle/state/unmasked";
import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";
import { type TenantObject } from "../tenant/tenant";

/** The state of an object that a program declares. */
export interface State {
  readonly inputs: Values;
  readonly outputs: Values;
  /** Where LumenOne shows a mask in place of a secret that the user has not given, by field; `""` for all of it. */
  readonly masked: ReadonlyMap<string, readonly string[]>;
  /** Fields whose values this package would refuse: left out of the program. */
  readonly refused: readonly string[];
}

/**
 * The inputs and outputs that `up` would leave in the state, had it created this object. Defaults and empty values are
 * left out, as in a program.
 * @param own values that LumenOne masks and the user has
 * @returns undefined where this package cannot manage the object at all
 */
export async function stateOf(
  definition: Definition,
  context: Context,
  { id, identity, remote }: TenantObject,
  logicalName: string,
  own: Values,
): Promise<State | undefined> {
  const identical = identityFields(definition);
  const seen = project(definition, { ...identity, ...own }, remote, true);
  const fields = inputFields(definition.fields);
  const inputs: Values = {};
  const masked = new Map<string, string[]>();
  for (const [name, field] of fields) {
    const value = field.ownKeysOnly ? withoutNothing(seen[name]) : sorted(seen[name]);
    const paths = field.secret && own[name] === undefined ? maskedIn(field, remoteValue(remote, name, field)) : [];
    if (paths.length > 0) {
      masked.set(name, paths);
      // The readable part of it; the user gives the rest.
      inputs[name] = value ?? {};
    }
    if (value === undefined || field.local) continue;
    if (identical.has(name) || field.required || !isDefault(field, value)) inputs[name] = value;
  }
  const refused = fields.flatMap(([name, field]) => (field.logicalName && !inputs[name] ? [name] : []));
  for (const name of refused) inputs[name] = logicalName;
  const { problems } = await check(definition, context, inputs, inputs);
  for (const { path } of problems) {
    const name = /^\w+/.exec(path)?.[0] ?? "";
    const field = definition.fields[name];
    if (!field || field.required || identical.has(name)) return undefined;
    refused.push(name);
    if (field.logicalName) inputs[name] = logicalName;
    else delete inputs[name];
  }
  return { inputs, outputs: outputsOf(new Subject(definition, context, inputs, id), inputs, remote), masked, refused };
}

/** Keys in one order, whatever order LumenOne has: the same tenant gives the same files. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return withKeys(value, Object.keys(value).sort());
}

/** A setting that LumenOne returns empty was never set. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (!isObject(value)) return value;
  const set = Object.keys(value).filter((key) => value[key] !== null && value[key] !== undefined);
  // The provider first, since it decides what the others mean.
  set.sort((one, other) => Number(other === "provider") - Number(one === "provider") || (one < other ? -1 : 1));
  return set.length === 0 ? undefined : withKeys(value, set);
}

function withKeys(value: Values, keys: readonly string[]): Values {
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
