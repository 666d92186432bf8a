import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { type JsonType, typeOfValue } from "../json-type";
import { followReference, type Part } from "./follow-reference";
import { type ParsedDocument } from "./parse-document";

/**
 * A schema of the documentation. References are followed when they are asked for, so a schema may hold itself. Facts
 * that a schema lacks are `undefined` or empty: the docs are silent.
 */
export class DocsSchema {
  private readonly parts: readonly Part[];

  constructor(
    private readonly document: ParsedDocument,
    parts: readonly Part[],
  ) {
    this.parts = parts.flatMap((part) => this.expanded(part, new Set()));
  }

  /** A schema that says nothing. */
  static get silent(): DocsSchema {
    return new DocsSchema({ name: "", root: {}, place: () => "" }, []);
  }

  /** The schema of an example, for docs that have nothing else. */
  static ofExample(document: ParsedDocument, example: unknown, path: Part["path"]): DocsSchema {
    return new DocsSchema(document, [{ value: schemaOf(example, 0), path }]);
  }

  /** Where it stands. */
  readonly place = () => this.document.place(this.parts[0]?.path ?? []);

  /** Types without null; `binary` is a file. */
  get types(): ReadonlySet<JsonType> {
    return new Set(this.parts.flatMap(({ value }) => typesOf(value)).filter((type) => type !== "null"));
  }

  get format(): string | undefined {
    return this.first("format", (value) => typeof value === "string");
  }

  get default(): unknown {
    return this.first("default", (value) => value !== undefined && value !== null);
  }

  get maximum(): number | undefined {
    return this.first("maximum", (value) => typeof value === "number");
  }

  /** Values of an enum, null left out. */
  get enum(): readonly unknown[] | undefined {
    const values = this.parts.flatMap(({ value }) =>
      Array.isArray(value["enum"]) ? (value["enum"] as unknown[]) : "const" in value ? [value["const"]] : [],
    );
    const listed = [...new Set(values.filter((value) => value !== null))];
    return listed.length === 0 ? undefined : listed;
  }

  /** Names that the schema requires; undefined where it says nothing of any. */
  get required(): ReadonlySet<string> | undefined {
    const lists = this.parts.flatMap(({ value }) => (Array.isArray(value["required"]) ? [value["required"]] : []));
    return lists.length === 0 ? undefined : new Set(lists.flat().filter((name) => typeof name === "string"));
  }

  /** Fields of an object by name; undefined where the docs name none. */
  get fields(): ReadonlyMap<string, DocsSchema> | undefined {
    const found = new Map<string, Part[]>();
    for (const { value, path } of this.parts) {
      if (!isObject(value["properties"])) continue;
      for (const [name, property] of Object.entries(value["properties"])) {
        const parts = found.get(name) ?? [];
        // `true` is a schema that allows everything.
        parts.push({ value: isObject(property) ? property : {}, path: [...path, "properties", name] });
        found.set(name, parts);
      }
    }
    if (found.size > 0) {
      return new Map([...found].map(([name, parts]) => [name, new DocsSchema(this.document, parts)]));
    }
    return this.fromExample()?.fields;
  }

  /** The items of a list, or the values of a map; undefined where the docs do not describe them. */
  get items(): DocsSchema | undefined {
    const parts = this.parts.flatMap(({ value, path }) =>
      ["items", "additionalProperties"].flatMap((key) =>
        isObject(value[key]) ? [{ value: value[key], path: [...path, key] }] : [],
      ),
    );
    return parts.length > 0 ? new DocsSchema(this.document, parts) : this.fromExample()?.items;
  }

  /** Fields of the object, or of each object of the list. */
  get entityFields(): ReadonlyMap<string, DocsSchema> | undefined {
    return this.fields ?? this.items?.fields;
  }

  private fromExample(): DocsSchema | undefined {
    for (const { value, path } of this.parts) {
      const examples = Array.isArray(value["examples"]) ? (value["examples"] as unknown[]) : [];
      const example = value["example"] ?? examples[0];
      if (typeof example === "object" && example !== null) {
        return DocsSchema.ofExample(this.document, example, [...path, "example"]);
      }
    }
    return undefined;
  }

  private first<T>(key: string, isUsable: (value: unknown) => boolean): T | undefined {
    return this.parts.map(({ value }) => value[key]).find(isUsable) as T | undefined;
  }

  /** The part that a reference leads to, then the alternatives and compositions inside. */
  private expanded(part: Part, seen: ReadonlySet<Values>): Part[] {
    const target = followReference(this.document.root, part);
    // A schema that holds itself says nothing more the second time.
    if (!target || seen.has(target.value)) return [];
    const inside = new Set(seen).add(target.value);
    const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) => {
      const list = target.value[key];
      if (!Array.isArray(list)) return [];
      return (list as unknown[]).flatMap((value, index) =>
        isObject(value) ? this.expanded({ value, path: [...target.path, key, index] }, inside) : [],
      );
    });
    return [target, ...parts];
  }
}

function typesOf(schema: Values): JsonType[] {
  if (schema["format"] === "binary" || schema["contentMediaType"] === "application/octet-stream") return ["binary"];
  const { type } = schema;
  if (typeof type === "string") return [type as JsonType];
  if (Array.isArray(type)) return type.filter((each): each is JsonType => typeof each === "string");
  if (Array.isArray(schema["enum"])) return [...new Set((schema["enum"] as unknown[]).map(typeOfValue))];
  if ("const" in schema) return [typeOfValue(schema["const"])];
  if (isObject(schema["properties"]) && Object.keys(schema["properties"]).length > 0) return ["object"];
  return isObject(schema["items"]) ? ["array"] : [];
}

function schemaOf(example: unknown, depth: number): Values {
  const type = typeOfValue(example);
  if (depth > 20) return {};
  if (Array.isArray(example)) {
    return { type, ...(example.length > 0 ? { items: schemaOf(example[0], depth + 1) } : {}) };
  }
  if (!isObject(example)) return type === "null" ? {} : { type };
  const properties = Object.entries(example).map(([name, value]) => [name, schemaOf(value, depth + 1)] as const);
  return { type, properties: Object.fromEntries(properties) };
}
