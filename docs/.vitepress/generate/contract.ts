import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "./folders";

type Json = Readonly<Record<string, unknown>>;

/** A field or a parameter of an operation. */
export interface Fact {
  readonly name: string;
  /** `path`, `query`, `body` or `response`. */
  readonly place: string;
  readonly type: string;
  readonly required: boolean;
  /** Of the field itself, or of what it stands in. */
  readonly provenance: string;
}

/** An operation of LumenOne's API, as this package knows it. */
export interface Operation {
  readonly id: string;
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly group: string;
  readonly provenance: string;
  readonly description: string;
  /** The keys of which one stands around the object in the response. */
  readonly envelope: readonly string[];
  readonly facts: readonly Fact[];
}

const contract = parse(readFileSync(join(root, "api/openapi.yaml"), "utf8")) as Json;

function resolved(node: unknown): Json {
  const object = (node ?? {}) as Json;
  const { $ref } = object as { $ref?: string };
  if ($ref === undefined) return object;
  const target = $ref
    .slice(2)
    .split("/")
    .reduce<unknown>((place, key) => (place as Json)[key], contract);
  return resolved(target);
}

function typeOf(schema: Json): string {
  const { type, items } = schema as { type?: string | string[]; items?: unknown };
  if (type === "array") return `list of ${typeOf(resolved(items)) || "values"}`;
  return Array.isArray(type) ? type.join(" or ") : (type ?? "value");
}

/** The object of which an envelope holds one, a list, or now one and now a list. */
function objectIn(schema: Json): Json {
  const [first] = (schema["oneOf"] as unknown[] | undefined) ?? [];
  if (first !== undefined) return objectIn(resolved(first));
  return schema["type"] === "array" ? resolved(schema["items"]) : schema;
}

function fieldsOf(node: unknown, place: string, provenance: string, envelope: readonly string[]): Fact[] {
  const schema = resolved(node);
  const {
    properties = {},
    required = [],
    allOf = [],
  } = schema as { properties?: Json; required?: string[]; allOf?: unknown[] };
  const own = (schema["x-provenance"] as string | undefined) ?? provenance;
  const fields = Object.entries(properties).flatMap(([name, field]): Fact[] => {
    const value = resolved(field);
    if (envelope.includes(name)) {
      return fieldsOf(objectIn(value), place, own, []);
    }
    const fact = (value["x-provenance"] as string | undefined) ?? own;
    const inner = fieldsOf(value, place, fact, []).map((each) => ({ ...each, name: `${name}.${each.name}` }));
    return [{ name, place, type: typeOf(value), required: required.includes(name), provenance: fact }, ...inner];
  });
  return [...allOf.flatMap((part) => fieldsOf(part, place, own, envelope)), ...fields];
}

function schemaIn(content: unknown): unknown {
  const [media] = Object.values((content ?? {}) as Json);
  return (media as Json | undefined)?.["schema"];
}

function operationOf(path: string, method: string, operation: Json): Operation {
  const provenance = operation["x-provenance"] as string;
  const envelope = (operation["x-envelope"] as string[] | undefined) ?? [];
  const parameters = ((operation["parameters"] ?? []) as unknown[]).map(resolved).map((parameter): Fact => ({
    name: parameter["name"] as string,
    place: parameter["in"] as string,
    type: typeOf(resolved(parameter["schema"])),
    required: parameter["required"] === true,
    provenance: (parameter["x-provenance"] as string | undefined) ?? provenance,
  }));
  const body = fieldsOf(schemaIn(resolved(operation["requestBody"])["content"]), "body", provenance, []);
  const success = resolved((operation["responses"] as Json)["200"]);
  return {
    id: operation["operationId"] as string,
    title: operation["x-title"] as string,
    method: method.toUpperCase(),
    path,
    group: (operation["tags"] as string[])[0] ?? "",
    provenance,
    description: `${operation["summary"] as string}. ${(operation["description"] as string | undefined) ?? ""}`.trim(),
    envelope,
    facts: [...parameters, ...body, ...fieldsOf(schemaIn(success["content"]), "response", provenance, envelope)],
  };
}

/** Every operation, in the order of the contract. */
export const operations: readonly Operation[] = Object.entries(contract["paths"] as Record<string, Json>).flatMap(
  ([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => (operation as Json)["operationId"] !== undefined)
      .map(([method, operation]) => operationOf(path, method, operation as Json)),
);
