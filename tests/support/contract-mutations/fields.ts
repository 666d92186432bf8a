import { type Json } from "./json";

/** A step into a schema: a property, or what a list holds. */
export type Step = string | typeof item;

/** The step from a list to what it holds. */
export const item = Symbol("item");

/** A property of a schema, and how to get to it from the outside. */
export interface Field {
  readonly path: readonly Step[];
  readonly schema: Json;
  /** The schema whose `properties` have it. */
  readonly owner: Json;
}

/** Every property of an inlined schema, as deep as `depth` properties. */
export function fieldsOf(schema: Json | undefined, depth = 8, path: readonly Step[] = []): Field[] {
  if (!schema || depth === 0) return [];
  const parts = [...((schema["allOf"] ?? []) as Json[]), ...((schema["oneOf"] ?? []) as Json[])];
  // An object that may come in a list of one is the same object.
  const isSingle = ((schema["oneOf"] ?? []) as Json[]).some(({ type, allOf }) => type === "object" || allOf);
  const own = Object.entries((schema["properties"] ?? {}) as Json).flatMap(([name, property]: [string, Json]) => [
    { path: [...path, name], schema: property, owner: schema },
    ...fieldsOf(property, depth - 1, [...path, name]),
  ]);
  // What a map holds has no place in a path of steps.
  if (parts.some(({ additionalProperties }) => typeof additionalProperties === "object")) return own;
  return [
    ...own,
    ...parts.flatMap((part) =>
      isSingle && part["type"] === "array" ? fieldsOf(part["items"] as Json, depth, path) : fieldsOf(part, depth, path),
    ),
    ...fieldsOf(schema["items"] as Json | undefined, depth, [...path, item]),
  ];
}

/** A path as a text. */
export const textOf = (path: readonly Step[]): string => path.map((step) => (step === item ? "[]" : step)).join(".");
