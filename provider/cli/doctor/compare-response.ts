import { type OperationId, operationOf } from "../../client/contract/contract";
import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";
import { responseSchema, entitySchema, resolved, type Schema } from "../contract/response-schema";

/** The objects of a response, and how it differs from the contract. */
export interface Comparison {
  readonly entities: readonly Values[];
  /** In words that name fields and types only. */
  readonly differences: readonly string[];
  /** Differences that the client tolerates. */
  readonly tolerated: readonly string[];
}

/** Compares a good response with the contract: envelope, fields, types. */
export function compareResponse(operationId: OperationId, body: unknown, show: (name: string) => string): Comparison {
  const schema = entitySchema(operationId);
  if (!schema) return { entities: [], differences: [], tolerated: [] };
  const { list } = operationOf(operationId);
  const opened = open(operationId, body, show);
  const inner = opened.inner;
  const entities = (Array.isArray(inner) ? inner : [inner]).filter(isObject);
  const differences = [...opened.differences];
  if (entities.length === 0 && !list && opened.differences.length === 0) differences.push("the response has no object");
  if (entities.length > 0) differences.push(...compareObjects(schema, entities, "", show));
  return { entities, differences, tolerated: opened.tolerated };
}

interface Opened {
  readonly inner: unknown;
  readonly differences: string[];
  readonly tolerated: string[];
}

function open(operationId: OperationId, body: unknown, show: (name: string) => string): Opened {
  const { envelope, list } = operationOf(operationId);
  const [first] = envelope;
  if (first === undefined) return { inner: body, differences: [], tolerated: [] };
  const outer: unknown = !list && Array.isArray(body) ? body[0] : body;
  const key = isObject(outer) ? envelope.find((name) => name in outer) : undefined;
  if (key !== undefined && isObject(outer)) {
    const known = Object.keys(responseSchema(operationId)?.properties ?? {});
    const more = Object.keys(outer).filter((name) => name !== key && !known.includes(name));
    return {
      inner: outer[key],
      differences: more.map((name) => `${show(name)} (${typeOf(outer[name])}) stands beside ${key}, and is unknown`),
      tolerated: key === first ? [] : [`the envelope is ${key}`],
    };
  }
  if (list ? Array.isArray(outer) : looksLike(operationId, outer)) {
    return { inner: outer, differences: [], tolerated: ["it comes without an envelope"] };
  }
  if (!isObject(outer)) return { inner: undefined, differences: [`the response is ${typeOf(outer)}`], tolerated: [] };
  // Look inside all the same: the part below may show more, and samples come from there.
  const [other] = Object.entries(outer).filter(([, value]) => (list ? Array.isArray(value) : isObject(value)));
  const names = Object.keys(outer).map(show).join(", ") || "nothing";
  return { inner: other?.[1], differences: [`the envelope is not ${first}: the response has ${names}`], tolerated: [] };
}

function looksLike(operationId: OperationId, value: unknown): boolean {
  const { required = [], properties = {} } = entitySchema(operationId) ?? {};
  const expected = required.length > 0 ? required : Object.keys(properties);
  return isObject(value) && expected.some((name) => name in value);
}

/** Compares objects that the contract describes alike. A field counts as missing when none of them has it. */
function compareObjects(schema: Schema, objects: readonly Values[], path: string, show: (name: string) => string) {
  const { properties, required = [] } = schema;
  if (!properties) return [];
  const at = (name: string) => `${path}${show(name)}`;
  const differences: string[] = [];
  const unknown = new Map<string, string>();
  for (const object of objects) {
    for (const [name, value] of Object.entries(object)) {
      if (!(name in properties) && unknown.get(name) !== "null") unknown.set(name, typeOf(value));
      else if (!(name in properties)) unknown.set(name, typeOf(value));
    }
  }
  for (const [name, property] of Object.entries(properties)) {
    const values = objects.filter((object) => name in object).map((object) => object[name]);
    // A field that a program sets has to be returned; one that LumenOne adds by itself may be missing.
    const expected = required.includes(name) || (path === "" && !isReadOnly(property));
    if (values.length === 0 && expected) {
      const like = [...unknown].find(([, type]) => type === "null" || typesOf(property).includes(type));
      const renamed = like ? `, and ${show(like[0])} (${like[1]}) is unknown: renamed?` : "";
      if (like) unknown.delete(like[0]);
      differences.push(`${at(name)} (${typesOf(property).join(" or ")}) is missing${renamed}`);
    }
    // Null says the same as leaving it out, which an optional field may be.
    const given = required.includes(name) ? values : values.filter((value) => value !== null);
    differences.push(...compareValues(property, given, at(name), show));
  }
  for (const [name, type] of unknown) differences.push(`${at(name)} (${type}) is unknown`);
  return differences;
}

function compareValues(
  schema: Schema,
  values: readonly unknown[],
  path: string,
  show: (name: string) => string,
): string[] {
  const expected = typesOf(schema);
  if (values.length === 0 || expected.length === 0) return [];
  const actual = new Set(values.map(typeOf));
  // Whole numbers are numbers.
  const odd = [...actual].filter(
    (type) => !expected.includes(type) && !(type === "integer" && expected.includes("number")),
  );
  const differences = odd.map((type) => `${path} is ${type}, not ${expected.join(" or ")}`);
  const { items, ...one } = resolved(schema);
  if (one.oneOf) return differences;
  differences.push(...compareObjects(one, values.filter(isObject), `${path}.`, show));
  if (items) {
    const inner = values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
    differences.push(...compareValues(items, inner, `${path}[]`, show));
  }
  return differences;
}

function isReadOnly(schema: Schema): boolean {
  return (schema as { readOnly?: boolean }).readOnly === true;
}

/** The types that a schema allows; none where it allows everything. */
function typesOf(schema: Schema): string[] {
  const one = resolved(schema);
  const types = one.oneOf
    ? one.oneOf.flatMap(typesOf)
    : one.type
      ? [one.type as string]
      : one.properties
        ? ["object"]
        : [];
  return one.nullable ? [...new Set([...types, "null"])] : [...new Set(types)];
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return value === undefined ? "nothing" : typeof value;
}
