import { type OperationId, operationOf } from "../../client/contract/contract";
import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";
import { responseSchema, entitySchema, resolved, type Schema } from "../contract/response-schema";
import { typeOfValue } from "../docs/json-type";

/** Whether a key of a response may be the name of a field, and not a value such as an id. */
export const isFieldName = (key: string): boolean => /^[A-Za-z_]\w{0,40}$/.test(key);

/** The name of a field for a report, unless it may be a name of the tenant's. */
type Show = (name: string) => string;

/**
 * Compares a good response with the contract: envelope, fields, types. Gives its objects, its differences in words that name
 * fields and types only, and those that the client tolerates.
 */
export function compareResponse(operationId: OperationId, body: unknown, isName = isFieldName) {
  const schema = entitySchema(operationId);
  if (!schema) return { entities: [], differences: [], tolerated: [] };
  const show: Show = (name) => (isName(name) ? name : "(a name that is not shown)");
  const { inner, differences = [], tolerated = [] } = open(operationId, body, show);
  const entities = (Array.isArray(inner) ? inner : [inner]).filter(isObject);
  if (entities.length > 0) differences.push(...compareObjects(schema, entities, "", show));
  else if (differences.length === 0 && !operationOf(operationId).list) differences.push("the response has no object");
  return { entities, differences, tolerated };
}

interface Opened {
  readonly inner: unknown;
  readonly differences?: string[];
  readonly tolerated?: string[];
}

function open(operationId: OperationId, body: unknown, show: Show): Opened {
  const { envelope, list } = operationOf(operationId);
  const [first] = envelope;
  if (first === undefined) return { inner: body };
  const outer: unknown = !list && Array.isArray(body) ? body[0] : body;
  const key = isObject(outer) ? envelope.find((name) => name in outer) : undefined;
  if (isObject(outer) && key !== undefined) {
    const known = Object.keys(responseSchema(operationId)?.properties ?? {});
    const more = Object.keys(outer).filter((name) => name !== key && !known.includes(name));
    return {
      inner: outer[key],
      differences: more.map(
        (name) => `${show(name)} (${typeOfValue(outer[name])}) stands beside ${key}, and is unknown`,
      ),
      tolerated: key === first ? [] : [`the envelope is ${key}`],
    };
  }
  if (list ? Array.isArray(outer) : looksLike(operationId, outer)) {
    return { inner: outer, tolerated: ["it comes without an envelope"] };
  }
  if (!isObject(outer)) {
    const type = outer === undefined ? "nothing" : typeOfValue(outer);
    return { inner: undefined, differences: [`the response is ${type}`] };
  }
  // Look inside all the same: the part below may show more, and samples come from there.
  const inner = Object.values(outer).find(list ? Array.isArray : isObject);
  const names = Object.keys(outer).map(show).join(", ") || "nothing";
  return { inner, differences: [`the envelope is not ${first}: the response has ${names}`] };
}

function looksLike(operationId: OperationId, value: unknown): boolean {
  const { required = [], properties = {} } = entitySchema(operationId) ?? {};
  const expected = required.length > 0 ? required : Object.keys(properties);
  return isObject(value) && expected.some((name) => name in value);
}

/** Compares objects that the contract describes alike. A field counts as missing when none of them has it. */
function compareObjects(schema: Schema, objects: readonly Values[], path: string, show: Show): string[] {
  const { properties, required = [] } = schema;
  if (!properties) return [];
  const at = (name: string) => `${path}${show(name)}`;
  const differences: string[] = [];
  const entries = objects.flatMap((object) => Object.entries(object));
  const unknown = new Map<string, string>(
    entries.filter(([name]) => !(name in properties)).map(([name, value]) => [name, typeOfValue(value)]),
  );
  for (const [name, property] of Object.entries(properties)) {
    const values = objects.filter((object) => name in object).map((object) => object[name]);
    // A field that a program sets has to be returned; one that LumenOne adds by itself may be missing.
    const expected = required.includes(name) || (path === "" && !isReadOnly(property));
    if (values.length === 0 && expected) {
      const types = typesOf(property);
      const like = [...unknown].find(([, type]) => type === "null" || types.includes(type));
      const renamed = like ? `, and ${show(like[0])} (${like[1]}) is unknown: renamed?` : "";
      if (like) unknown.delete(like[0]);
      differences.push(`${at(name)} (${types.join(" or ")}) is missing${renamed}`);
    }
    // Null says the same as leaving it out, which an optional field may be.
    const given = required.includes(name) ? values : values.filter((value) => value !== null);
    differences.push(...compareValues(property, given, at(name), show));
  }
  for (const [name, type] of unknown) differences.push(`${at(name)} (${type}) is unknown`);
  return differences;
}

function compareValues(schema: Schema, values: readonly unknown[], path: string, show: Show): string[] {
  const expected = typesOf(schema);
  if (values.length === 0 || expected.length === 0) return [];
  // Whole numbers are numbers.
  const isAllowed = (type: string) => expected.includes(type) || (type === "integer" && expected.includes("number"));
  const odd = [...new Set(values.map(typeOfValue))].filter((type) => !isAllowed(type));
  const differences = odd.map((type) => `${path} is ${type}, not ${expected.join(" or ")}`);
  const { items, ...one } = resolved(schema);
  if (one.oneOf) return differences;
  differences.push(...compareObjects(one, values.filter(isObject), `${path}.`, show));
  if (items) differences.push(...compareValues(items, values.filter(Array.isArray).flat(), `${path}[]`, show));
  return differences;
}

const isReadOnly = (schema: Schema) => (schema as { readOnly?: boolean }).readOnly === true;

/** The types that a schema allows; none where it allows everything. */
function typesOf(schema: Schema): string[] {
  const { oneOf, type, properties, nullable } = resolved(schema);
  const own = type ?? (properties && "object");
  const types = oneOf ? oneOf.flatMap(typesOf) : own ? [own] : [];
  return [...new Set(nullable ? [...types, "null"] : types)];
}
