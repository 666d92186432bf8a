import { isObject } from "../../is-object";

type Json = Readonly<Record<string, unknown>>;

/** Keys whose values are maps: the keys in them are names, not keywords. */
const maps = [
  "paths",
  "properties",
  "schemas",
  "responses",
  "content",
  "headers",
  "examples",
  "variables",
  "links",
  "callbacks",
  "encoding",
];
/** Keys whose values may be anything. */
const values = ["default", "enum", "example", "const", "info", "securitySchemes", "servers", "tags", "x-known-values"];

const textKeys = [
  "$ref",
  "format",
  "in",
  "name",
  "operationId",
  "pattern",
  "type",
  "x-envelope-name",
  "x-provenance",
  "x-repeat",
  "x-title",
  "x-wire-in",
  "x-wire-method",
  "x-wire-name",
  "x-wire-path",
];
const flagKeys = ["nullable", "readOnly", "uniqueItems", "x-coerced", "x-list", "x-paged", "x-secret", "x-slow"];
const numberKeys = [
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
];
const listKeys = ["allOf", "anyOf", "enum", "oneOf", "x-envelope", "x-known-values", "x-other-query"];
const objectKeys = ["components", "content", "items", "properties", "requestBody", "responses", "schema", "schemas"];
const types = ["array", "boolean", "integer", "number", "object", "string"];
const provenances = ["documented", "upstream", "assumed", "observed"];
const places = ["path", "query", "header", "body"];
const extensions = new Set([...textKeys, ...flagKeys, ...listKeys].filter((key) => key.startsWith("x-")));

type Context = "operation" | "parameter" | "property" | "other";

/**
 * Parts of a document that are not OpenAPI 3.0 with this project's extensions, as far as this package reads it. Parts that
 * are the same in the released document are skipped.
 */
export function keywordProblems(document: Json, released: Json): string[] {
  const problems: string[] = [];
  const walk = (node: unknown, old: unknown, path: string, context: Context, areNames: boolean): void => {
    if (node === old) return;
    if (Array.isArray(node)) {
      const inner = path.endsWith("['parameters']") ? "parameter" : "other";
      const items = Array.isArray(old) ? (old as unknown[]) : [];
      node.forEach((item, at) => walk(item, items[at], `${path}[${at}]`, inner, false));
      return;
    }
    if (!isObject(node)) return;
    const before = isObject(old) ? old : {};
    for (const [key, value] of Object.entries(node)) {
      const at = `${path}['${key}']`;
      if (areNames) {
        walk(value, before[key], at, contextIn(path), /^\$\['paths'\]$/.test(path));
        continue;
      }
      const flaw = flawOf(key, value, context);
      if (flaw !== undefined) problems.push(`makes ${at} ${flaw}`);
      if (values.includes(key) && flaw === undefined) continue;
      const isMap = maps.includes(key) || (key === "parameters" && isObject(value));
      walk(value, before[key], at, "other", isMap);
    }
  };
  walk(document, released, "$", "other", false);
  return problems;
}

/** The context of the entries of a map. */
function contextIn(path: string): Context {
  if (/^\$\['paths'\]\['[^']*'\]$/.test(path)) return "operation";
  if (path.endsWith("['properties']")) return "property";
  return path === "$['components']['parameters']" ? "parameter" : "other";
}

function flawOf(key: string, value: unknown, context: Context): string | undefined {
  if (textKeys.includes(key) && (typeof value !== "string" || value === "")) return "something else than a text.";
  if (flagKeys.includes(key) && typeof value !== "boolean") return "something else than true or false.";
  if (numberKeys.includes(key) && typeof value !== "number") return "something else than a number.";
  if (listKeys.includes(key) && !Array.isArray(value)) return "something else than a list.";
  if (objectKeys.includes(key) && !isObject(value)) return "something else than an object.";
  if (key === "x-envelope" && !(value as unknown[]).every(isKey)) return "a list that holds something else than keys.";
  if (key === "type" && !types.includes(value as string)) return `"${String(value)}". Types are ${types.join(", ")}.`;
  if (
    key === "required" &&
    typeof value !== "boolean" &&
    !(Array.isArray(value) && value.every((each) => typeof each === "string"))
  ) {
    return "neither true, false nor a list of names.";
  }
  if (key === "x-provenance" && !provenances.includes(value as string)) {
    return `"${String(value)}". It is one of ${provenances.join(", ")}.`;
  }
  if (key === "x-wire-in" && !places.includes(value as string))
    return `"${String(value)}". It is one of ${places.join(", ")}.`;
  const belongsTo = homeOf(key);
  if (belongsTo && !belongsTo.includes(context)) {
    return `part of something that it does not belong to: ${key} is for ${belongsTo.join(" and ")}.`;
  }
  if (key.startsWith("x-") && !extensions.has(key))
    return `, but nothing reads ${key}. See docs/contract.md for what can be corrected.`;
  return undefined;
}

function isKey(value: unknown): boolean {
  return typeof value === "string" && /^[^.\s]+(?:\.[^.\s]+)*$/.test(value);
}

function homeOf(key: string): readonly Context[] | undefined {
  if (key === "x-wire-name" || key === "x-wire-in") return ["parameter", "property"];
  if (key === "x-wire-path" || key === "x-wire-method" || key === "x-envelope") return ["operation"];
  return undefined;
}
