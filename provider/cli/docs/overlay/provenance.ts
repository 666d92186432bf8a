import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { type ContractJson } from "../contract/contract-json";
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
    const own = provenance(contract, node);
    if ((own ?? (isField ? provenance(contract, schema) : undefined)) === "documented") continue;
    if (!isField) {
      actions.push({ target: jsonPath(node), update: documented });
      continue;
    }
    const known = fields.get(jsonPath(schema)) ?? { schema, names: [] };
    known.names.push(node.at(-1) as string);
    fields.set(jsonPath(schema), known);
  }
  for (const { schema, names } of fields.values()) actions.push(markFields(contract, schema, names));
  return actions;
}

function markFields(contract: ContractJson, schema: readonly Segment[], names: readonly string[]): Action {
  const target = jsonPath(schema);
  const value = at(contract, schema);
  const properties = isObject(value) && isObject(value["properties"]) ? value["properties"] : {};
  const all = Object.entries(properties).every(
    ([name, property]) => names.includes(name) || (isObject(property) && property[key] === "documented"),
  );
  const isOwn =
    isObject(value) && key in value && Object.values(properties).every((each) => isObject(each) && !(key in each));
  if (all && isOwn) return { target, update: documented };
  return { target, update: { properties: Object.fromEntries(names.map((name) => [name, documented])) } };
}

function provenance(contract: ContractJson, node: readonly Segment[]): unknown {
  const value = at(contract, node);
  return isObject(value) ? value[key] : undefined;
}

function at(contract: ContractJson, path: readonly Segment[]): unknown {
  return path.reduce<unknown>((value, segment) => {
    if (typeof segment === "object") return undefined;
    return typeof value === "object" && value !== null ? (value as Values)[String(segment)] : undefined;
  }, contract);
}
