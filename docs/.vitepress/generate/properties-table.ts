import { nameOf, type Property, schema } from "./schema";

/** What stands in one cell of a table. */
export const cell = (text: string): string => text.replace(/\s+/g, " ").replaceAll("|", "\\|").trim();

/** The type of a property as a reader wants it: allowed values in place of an enum's name. */
export function typeText({ type, $ref, items, additionalProperties }: Property): string {
  if ($ref?.startsWith("#/types/")) {
    const token = $ref.slice("#/types/".length);
    const { enum: values } = schema.types[token] ?? {};
    return values
      ? values.map(({ value }) => `\`${value}\``).join(", ")
      : `[${nameOf(token)}](#${nameOf(token).toLowerCase()})`;
  }
  if ($ref?.endsWith("#/Asset") || $ref?.endsWith("#/Archive")) return "asset";
  if ($ref !== undefined) return "any value";
  if (type === "array") return `list of ${items ? typeText(items) : "any value"}`;
  if (type === "object") return additionalProperties ? `map of ${typeText(additionalProperties)}` : "object";
  return type ?? "any value";
}

interface TableOptions {
  readonly required?: readonly string[] | undefined;
  /** How sure it is that LumenOne has a property, for a column of its own; undefined for what LumenOne does not see. */
  readonly known?: ((name: string) => string | undefined) | undefined;
}

/**
 * A table of properties, with a mark for what is required, secret, or makes a new object when it changes. A column that
 * would be empty is left out.
 */
export function propertiesTable(
  properties: Readonly<Record<string, Property>>,
  { required = [], known }: TableOptions = {},
): string {
  const rows = Object.entries(properties).map(([name, property]) => ({
    property: `\`${name}\``,
    type: typeText(property),
    "": [
      ...(required.includes(name) ? ["required"] : []),
      ...(property.secret ? ["secret"] : []),
      ...(property.willReplaceOnChanges ? ["a change replaces"] : []),
    ].join(", "),
    known: known?.(name) ?? "",
    description: cell(property.description ?? ""),
  }));
  const columns = (["property", "type", "", "known", "description"] as const).filter((column) =>
    rows.some((row) => row[column] !== ""),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(columns.map((column) => row[column]))),
  ].join("\n");
}

/** The nested types that these properties name, each with a table of its own. */
export function nestedTypes(
  properties: Readonly<Record<string, Property>>,
  known?: (name: string) => string | undefined,
): string {
  const found = new Map<string, string>();
  const visit = (property: Property) => {
    const token = property.$ref?.startsWith("#/types/") ? property.$ref.slice("#/types/".length) : undefined;
    const type = token === undefined ? undefined : schema.types[token];
    if (token !== undefined && type?.properties && !found.has(token)) {
      const table = propertiesTable(type.properties, { known });
      const parts = [`### ${nameOf(token)}`, type.description ?? "", table];
      found.set(token, parts.filter((part) => part !== "").join("\n\n"));
      Object.values(type.properties).forEach(visit);
    }
    if (property.items) visit(property.items);
    if (property.additionalProperties) visit(property.additionalProperties);
  };
  Object.values(properties).forEach(visit);
  return found.size === 0 ? "" : `## Types\n\n${[...found.values()].join("\n\n")}`;
}
