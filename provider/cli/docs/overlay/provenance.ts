import { isObject } from "../../../client/is-object";
import { type ContractJson, valueAt } from "../contract/our-schema";
import { jsonPath, type Segment } from "../json-path";
import { type Action } from "./corrections";

const key = "x-provenance";
const documented = { [key]: "documented" };

/** Actions that mark these nodes as documented, as far as they are not: a schema whose fields all are, or else its fields. */
export function markDocumented(contract: ContractJson, nodes: readonly (readonly Segment[])[]): Action[] {
  const actions: Action[] = [];
  const fields = new Map<string, { schema: readonly Segment[]; names: string[] }>();
  for (const node of nodes) {
    const isField = node.at(-2) === "properties";
    const schema = isField ? node.slice(0, -2) : node;
    const known = valueAt(contract, [...node, key]) ?? valueAt(contract, [...schema, key]);
    if (known === "documented") continue;
    const target = jsonPath(schema);
    if (!isField) actions.push({ target, update: documented });
    else fields.set(target, { schema, names: [...(fields.get(target)?.names ?? []), node.at(-1) as string] });
  }
  for (const { schema, names } of fields.values()) actions.push(markFields(contract, schema, names));
  return actions;
}

function markFields(contract: ContractJson, schema: readonly Segment[], names: readonly string[]): Action {
  const target = jsonPath(schema);
  const value = valueAt(contract, schema);
  const properties = isObject(value) && isObject(value["properties"]) ? value["properties"] : {};
  const all = Object.entries(properties).every(
    ([name, property]) => names.includes(name) || (isObject(property) && property[key] === "documented"),
  );
  const isOwn =
    isObject(value) && key in value && Object.values(properties).every((each) => isObject(each) && !(key in each));
  if (all && isOwn) return { target, update: documented };
  return { target, update: { properties: Object.fromEntries(names.map((name) => [name, documented])) } };
}
