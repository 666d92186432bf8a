import { isObject } from "../../is-object";

type Json = Readonly<Record<string, unknown>>;

/** Keys whose values are maps: the keys in them are names, not keywords. */
const maps = /^(?:paths|properties|schemas|responses|content|headers|examples|variables|links|callbacks|encoding)$/;
/** Keys whose values may be anything. */
const values = /^(?:default|enum|example|const|info|securitySchemes|servers|tags|x-known-values)$/;

const texts =
  /^(?:\$ref|format|in|name|operationId|pattern|type|x-envelope-name|x-provenance|x-repeat|x-title|x-wire-(?:in|method|name|path))$/;
const flags = /^(?:nullable|readOnly|uniqueItems|x-coerced|x-list|x-paged|x-secret|x-slow)$/;
const numbers = /^(?:maxItems|maxLength|maxProperties|maximum|minItems|minLength|minProperties|minimum)$/;
const lists = /^(?:allOf|anyOf|enum|oneOf|x-envelope|x-known-values|x-other-query)$/;
const objects = /^(?:components|content|items|properties|requestBody|responses|schema|schemas)$/;
const types = ["array", "boolean", "integer", "number", "object", "string"];
const provenances = ["documented", "upstream", "assumed", "observed"];
const places = ["path", "query", "header", "body"];

type Context = "operation" | "parameter" | "property" | "other";

/**
 * Parts of a document that are not OpenAPI 3.0 with this project's extensions, as far as this package reads it. Parts that
 * are the same in the released document are skipped.
 */
export function keywordProblems(document: Json, released: Json): string[] {
  return [...problemsIn(document, released, "$", "other", false)];
}

function* problemsIn(
  node: unknown,
  old: unknown,
  path: string,
  context: Context,
  areNames: boolean,
): Generator<string> {
  if (node === old) return;
  if (Array.isArray(node)) {
    const inner = path.endsWith("['parameters']") ? "parameter" : "other";
    const items = Array.isArray(old) ? (old as unknown[]) : [];
    for (const [at, item] of node.entries()) yield* problemsIn(item, items[at], `${path}[${at}]`, inner, false);
    return;
  }
  if (!isObject(node)) return;
  const before = isObject(old) ? old : {};
  for (const [key, value] of Object.entries(node)) {
    const at = `${path}['${key}']`;
    if (areNames) {
      yield* problemsIn(value, before[key], at, contextIn(path), path === "$['paths']");
      continue;
    }
    const flaw = flawOf(key, value, context);
    if (flaw !== undefined) yield `makes ${at} ${flaw}`;
    else if (values.test(key)) continue;
    const isMap = maps.test(key) || (key === "parameters" && isObject(value));
    yield* problemsIn(value, before[key], at, "other", isMap);
  }
}

/** The context of the entries of a map. */
function contextIn(path: string): Context {
  if (/^\$\['paths'\]\['[^']*'\]$/.test(path)) return "operation";
  if (path.endsWith("['properties']")) return "property";
  return path === "$['components']['parameters']" ? "parameter" : "other";
}

function flawOf(key: string, value: unknown, context: Context): string | undefined {
  if (texts.test(key) && (typeof value !== "string" || value === "")) return "something else than a text.";
  if (flags.test(key) && typeof value !== "boolean") return "something else than true or false.";
  if (numbers.test(key) && typeof value !== "number") return "something else than a number.";
  if (lists.test(key) && !Array.isArray(value)) return "something else than a list.";
  if (objects.test(key) && !isObject(value)) return "something else than an object.";
  if (key === "x-envelope" && !(value as unknown[]).every(isKey)) return "a list that holds something else than keys.";
  if (key === "type" && !types.includes(value as string)) return `"${String(value)}". Types are ${types.join(", ")}.`;
  const areNames = Array.isArray(value) && value.every((each) => typeof each === "string");
  if (key === "required" && typeof value !== "boolean" && !areNames) return "neither true, false nor a list of names.";
  if (key === "x-provenance" && !provenances.includes(value as string)) {
    return `"${String(value)}". It is one of ${provenances.join(", ")}.`;
  }
  if (key === "x-wire-in" && !places.includes(value as string))
    return `"${String(value)}". It is one of ${places.join(", ")}.`;
  const belongsTo = homeOf(key);
  if (belongsTo && !belongsTo.includes(context)) {
    return `part of something that it does not belong to: ${key} is for ${belongsTo.join(" and ")}.`;
  }
  if (key.startsWith("x-") && ![texts, flags, lists].some((keys) => keys.test(key)))
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
