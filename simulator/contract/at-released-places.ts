import { partsOf, requiredOf } from "./fields-of";
import { isObject } from "../json";
import { placesOf } from "./places-of";

type Json = Record<string, unknown>;

/**
 * Returns what a corrected document says of requests, with each operation at its released place: requests are checked when
 * their names and places are the released ones again. Of responses it has what was released.
 */
export function atReleasedPlaces(corrected: Json, released: Json): Json {
  const now = new Map(placesOf(corrected).map(({ operation }) => [operation["operationId"] as string, operation]));
  const paths: Record<string, Json> = {};
  for (const { path, method, operation } of placesOf(released)) {
    const own = now.get(operation["operationId"] as string) ?? operation;
    const parameters = ((own["parameters"] ?? operation["parameters"] ?? []) as Json[]).map((each) =>
      withoutReferences(each, corrected),
    );
    const requestBody = bodyOf(own, operation, corrected, released);
    (paths[path] ??= {})[method] = { ...operation, parameters, ...(requestBody && { requestBody }) };
  }
  return { ...released, paths };
}

/** The body under the content type of the released contract, to which the request has been brought back. */
function bodyOf(own: Json, operation: Json, corrected: Json, released: Json): Json | undefined {
  const before = operation["requestBody"] as Json | undefined;
  const now = (own["requestBody"] ?? before) as Json | undefined;
  if (!now) return undefined;
  const types = Object.keys(before?.["content"] ?? {});
  const content = (now["content"] ?? {}) as Record<string, { schema?: Json }>;
  const given = [...new Set([content[types[0] ?? ""]?.schema, Object.values(content).at(-1)?.schema])];
  const found = given.filter((each) => each !== undefined);
  const schema = found.length === 1 ? found[0]! : { allOf: found };
  const old = (before?.["content"] as typeof content | undefined)?.[types[0] ?? ""]?.schema;
  const type = types[0] ?? "application/json";
  return { ...before, ...now, content: { [type]: { schema: checked(schema, old, corrected, released) } } };
}

/** Of a schema whose values the server coerces, only what a correction requires newly is checked. */
function checked(schema: Json, old: Json | undefined, corrected: Json, released: Json): Json {
  const schemas = schemasOf(corrected);
  if (!partsOf(schema, schemas).some((part) => part["x-coerced"])) return withoutReferences(schema, corrected) as Json;
  const required = requiredOf(schema, schemas).filter((name) => !requiredOf(old, schemasOf(released)).includes(name));
  return { type: "object", ...(required.length > 0 && { required }) };
}

const schemasOf = (document: Json) => (document["components"] as Json)["schemas"] as Json;

/** Puts in place of each reference what it names, with what stands beside it on top. */
function withoutReferences(node: unknown, document: Json): unknown {
  if (Array.isArray(node)) return node.map((each) => withoutReferences(each, document));
  if (!isObject(node)) return node;
  const { $ref, ...beside } = node;
  if (typeof $ref !== "string") {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutReferences(value, document)]));
  }
  const [section = "", name = ""] = $ref.split("/").slice(-2);
  return withoutReferences(onTop((document["components"] as Record<string, Json>)[section]?.[name], beside), document);
}

/** An object with another one on top of it. What either requires is required; another enum replaces the one below. */
function onTop(below: unknown, above: Json): Json {
  if (!isObject(below)) return above;
  const result: Json = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const known: unknown = below[key];
    if (key === "required" && Array.isArray(known) && Array.isArray(value))
      result[key] = [...(known as unknown[]), ...(value as unknown[])];
    else result[key] = isObject(known) && isObject(value) ? onTop(known, value) : value;
  }
  return result;
}
