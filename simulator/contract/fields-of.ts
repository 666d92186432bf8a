type Json = Record<string, unknown>;

/** A property of a body, by all the schemas that describe it. */
export interface BodyField {
  name: string;
  place: string;
  type: string | undefined;
  nullable: boolean;
  format: string | undefined;
  /** The words that it can be, as far as the contract lists them. */
  words: readonly unknown[] | undefined;
}

/** Returns the properties of a body, without those of its parts. What stands beside a reference is on top of it. */
export function fieldsOf(schema: Json | undefined, schemas: Json): BodyField[] {
  const found = new Map<string, Json>();
  for (const part of partsOf(schema, schemas)) {
    for (const [name, property] of Object.entries((part["properties"] ?? {}) as Json)) {
      found.set(name, { ...found.get(name), ...(property as Json) });
    }
  }
  return [...found].map(([name, property]) => ({
    name,
    place: (property["x-wire-in"] ?? "body") as string,
    type: property["type"] as string | undefined,
    nullable: property["nullable"] === true,
    format: property["format"] as string | undefined,
    words: (property["enum"] ?? property["x-known-values"]) as unknown[] | undefined,
  }));
}

/** Returns the names that a body must have. */
export function requiredOf(schema: Json | undefined, schemas: Json): string[] {
  return partsOf(schema, schemas).flatMap((part) => (part["required"] ?? []) as string[]);
}

/** Returns a schema and those that it is made of, the inner ones first. */
export function partsOf(schema: Json | undefined, schemas: Json): Json[] {
  if (!schema) return [];
  const { $ref, allOf = [] } = schema as { $ref?: string; allOf?: Json[] };
  const target = schemas[$ref?.split("/").at(-1) ?? ""] as Json | undefined;
  const inner = [...(target ? [target] : []), ...allOf];
  return [...inner.flatMap((part) => partsOf(part, schemas)), schema];
}
