import { type Json } from "../json";

/** The contract describes slugs as they are on the wire. */
const slugs = {
  slug: { type: "string", description: "Its original slug." },
  hexSlug: { type: "string", description: "The slug as LumenOne's URLs write it." },
};

/** An object of the contract as the package gives it: keys in camel case, `slug` as the original slug. */
export function objectOf(components: Record<string, Json>, name: string): Json {
  const properties = Object.fromEntries(propertiesOf(components, name));
  return { type: "object", properties: { ...properties, ...("hexSlug" in properties ? slugs : {}) } };
}

function propertiesOf(components: Record<string, Json>, name: string): [string, Json][] {
  const schema = components[name] ?? {};
  const parts = (schema["allOf"] as Json[] | undefined) ?? [];
  const inherited = parts.flatMap((part) => {
    const [, base] = /\/(\w+)$/.exec(textOf(part["$ref"])) ?? [];
    return base === undefined ? own(part) : propertiesOf(components, base);
  });
  return [...inherited, ...own(schema)];

  function own(part: Json): [string, Json][] {
    return Object.entries((part["properties"] as Record<string, Json> | undefined) ?? {}).map(([key, property]) => [
      camelCase(key),
      { ...typeOf(property), description: textOf(property["description"]) },
    ]);
  }
}

function typeOf(property: Json): Json {
  // Ids that LumenOne has as numbers or as texts. An SDK checks types, so a program always gets texts.
  if (property["oneOf"]) return { type: "string" };
  const types = [property["type"]].flat().filter((type) => type !== "null" && type !== undefined);
  const [type] = types;
  if (types.length !== 1) return { $ref: "pulumi.json#/Any" };
  if (type === "array") return { type, items: typeOf((property["items"] as Json | undefined) ?? {}) };
  if (type === "object") return { type, additionalProperties: { $ref: "pulumi.json#/Any" } };
  return { type };
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

const camelCase = (key: string) =>
  key === "originalSlug" ? "hexSlug" : key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
