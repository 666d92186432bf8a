import { mapProperties } from "../json";

/** The fields of a body that have other names on the wire, by their names in the released contract. */
export interface Names {
  fields: Map<string, { wire: string; inner: Names }>;
  /** For the values of a map. */
  values?: Names;
}

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  "x-wire-name"?: string;
}

/** Collects the names of a schema, to which a list is the same as what it holds. */
export function namesOf(
  schema: Schema | undefined,
  schemas: Record<string, Schema>,
  into: Names = { fields: new Map() },
): Names {
  if (!schema) return into;
  const { $ref, allOf = [], oneOf = [], items, properties = {}, additionalProperties: values } = schema;
  if ($ref !== undefined) namesOf(schemas[$ref.split("/").at(-1) ?? ""], schemas, into);
  for (const part of [...allOf, ...oneOf, ...(items ? [items] : [])]) namesOf(part, schemas, into);
  if (typeof values === "object") into.values = namesOf(values, schemas, into.values);
  for (const [name, property] of Object.entries(properties)) {
    const known = into.fields.get(name);
    const wire = wireNameOf(property, schemas) ?? known?.wire ?? name;
    into.fields.set(name, { wire, inner: namesOf(property, schemas, known?.inner) });
  }
  return into;
}

function wireNameOf(schema: Schema, schemas: Record<string, Schema>): string | undefined {
  const { $ref, allOf = [] } = schema;
  const below = $ref === undefined ? undefined : schemas[$ref.split("/").at(-1) ?? ""];
  return (
    schema["x-wire-name"] ??
    [...allOf, ...(below ? [below] : [])].map((part) => wireNameOf(part, schemas)).find(Boolean)
  );
}

/** Gives a value the names of the wire. */
export function named(value: unknown, names: Names): unknown {
  return mapProperties(value, (key, inner) => {
    const field = names.fields.get(key);
    if (field) return [[field.wire, named(inner, field.inner)]];
    return [[key, names.values ? named(inner, names.values) : inner]];
  });
}

/** Gives a value the names of the released contract. What has another name on the wire is unknown under its released one. */
export function released(value: unknown, names: Names): unknown {
  const byWire = new Map([...names.fields].map(([name, { wire, inner }]) => [wire, { name, inner }]));
  return mapProperties(value, (key, inner) => {
    const field = byWire.get(key);
    if (field) return [[field.name, released(inner, field.inner)]];
    if (names.fields.has(key)) return [];
    return [[key, names.values ? released(inner, names.values) : inner]];
  });
}
