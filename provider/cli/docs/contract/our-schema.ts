import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { type JsonType } from "../json-type";
import { type Segment } from "../json-path";

/** The contract as it is in force: the released one, changed by overlays. With titles and tags, which the client does without. */
export type ContractJson = Values;

/** How a fact is changed at one operation alone: an action's target, and where in its `update` the change stands. */
export interface Local {
  readonly target: readonly Segment[];
  /** Keys inside of the update, where a reference has been crossed. */
  readonly inside: readonly string[];
  readonly crossed: boolean;
}

/** One of the texts that a schema consists of. */
export interface SchemaPart {
  readonly value: Values;
  /** Where it stands in the contract, for all who refer to it. */
  readonly path: readonly Segment[];
  /** Undefined where the operation cannot have one of its own. */
  readonly local: Local | undefined;
}

/** A field of an object of the contract. */
export interface OurField {
  /** In the contract, and in programs. */
  readonly name: string;
  /** On the wire. */
  readonly wireName: string;
  /** On the wire. */
  readonly in: "path" | "query" | "header" | "body";
  readonly required: boolean;
  readonly schema: OurSchema;
  /** The parts that describe the field itself, which its schema does not. */
  readonly parts: readonly SchemaPart[];
}

/** A schema of the contract with everything that an overlay has put beside it. Later parts count more. */
export class OurSchema {
  readonly parts: readonly SchemaPart[];

  constructor(
    private readonly contract: ContractJson,
    parts: readonly SchemaPart[],
  ) {
    this.parts = parts.flatMap((part) => expanded(contract, part));
  }

  /** Without null; `binary` is a file. */
  get types(): ReadonlySet<JsonType> {
    const types = this.parts.flatMap(({ value }): JsonType[] => {
      if (value["format"] === "binary") return ["binary"];
      if (typeof value["type"] === "string") return [value["type"] as JsonType];
      return "properties" in value && !isOnlyCorrection(value) ? ["object"] : [];
    });
    return new Set(types);
  }

  get format(): string | undefined {
    return lastOf(this.parts, "format") as string | undefined;
  }

  get default(): unknown {
    return lastOf(this.parts, "default") ?? undefined;
  }

  get maximum(): number | undefined {
    return lastOf(this.parts, "maximum") as number | undefined;
  }

  /** Values of an enum, closed or open. */
  get enum(): readonly unknown[] | undefined {
    const lists = this.parts.flatMap(({ value }) => [value["enum"], value["x-known-values"]].filter(Array.isArray));
    return lists.length === 0 ? undefined : [...new Set(lists.flat())];
  }

  /** The key that its enum stands under. */
  get enumKey(): "enum" | "x-known-values" {
    return this.parts.some(({ value }) => Array.isArray(value["enum"])) ? "enum" : "x-known-values";
  }

  get fields(): readonly OurField[] {
    const found = new Map<string, SchemaPart[]>();
    const required = new Set(
      this.parts.flatMap(({ value }) => (Array.isArray(value["required"]) ? (value["required"] as unknown[]) : [])),
    );
    for (const part of this.parts) {
      const properties = part.value["properties"];
      if (!isObject(properties)) continue;
      for (const [name, value] of Object.entries(properties)) {
        if (!isObject(value)) continue;
        const parts = found.get(name) ?? [];
        parts.push(inner(part, value, ["properties", name]));
        found.set(name, parts);
      }
    }
    return [...found].map(([name, parts]) => {
      const wireName = lastOf(parts, "x-wire-name");
      const wireIn = lastOf(parts, "x-wire-in") as OurField["in"] | undefined;
      return {
        name,
        wireName: typeof wireName === "string" ? wireName : name,
        in: wireIn ?? "body",
        required: required.has(name),
        schema: new OurSchema(this.contract, parts),
        parts,
      };
    });
  }

  /** The object, or each object of the list or the map: a response may hold either. */
  get entity(): OurSchema {
    const items = this.parts.flatMap((part) =>
      ["items", "additionalProperties"].flatMap((key) => {
        const value = part.value[key];
        return isObject(value) ? [inner(part, value, [key])] : [];
      }),
    );
    return items.length === 0 ? this : new OurSchema(this.contract, [...this.parts, ...items]);
  }
}

/** The last part that has the key, or else the one that defines the schema. */
export const partFor = (parts: readonly SchemaPart[], key: string): SchemaPart | undefined =>
  parts.findLast(({ value }) => key in value) ?? parts[0];

/** The places that change one operation alone; none where there is no such place. */
export function localsOf(parts: readonly SchemaPart[]): readonly Local[] {
  const locals = parts.map(({ local }) => local);
  if (locals.includes(undefined)) return [];
  const known = new Map(locals.map((local) => [JSON.stringify([local!.target, local!.inside]), local!]));
  return [...known.values()];
}

const lastOf = (parts: readonly SchemaPart[], key: string): unknown =>
  parts.findLast(({ value }) => key in value)?.value[key];

/** A part that only corrects another one does not say what type it is. */
function isOnlyCorrection(value: Values): boolean {
  return Object.keys(value).every((key) => key === "properties" || key.startsWith("x-"));
}

/** A part that stands inside of another one. */
export function inner(part: SchemaPart, value: Values, keys: readonly Segment[]): SchemaPart {
  return { value, path: [...part.path, ...keys], local: part.local && within(part.local, keys) };
}

function within(local: Local, keys: readonly Segment[]): Local | undefined {
  if (!local.crossed) return { ...local, target: [...local.target, ...keys] };
  // An index inside of an update would append to the list.
  return keys.every((key) => typeof key === "string") ? { ...local, inside: [...local.inside, ...keys] } : undefined;
}

/** What stands at a place of the contract; undefined where nothing does, and where the place is a filter. */
export const valueAt = (contract: ContractJson, path: readonly Segment[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Values | undefined)?.[key as string], contract);

/** The place that a `$ref` names. */
export const placeOf = (reference: string): string[] => reference.slice(2).split("/");

/** A parameter or a response at one operation: what it refers to, then the keys beside the reference, which apply here alone. */
export function partsOf(contract: ContractJson, { $ref, ...own }: Values, here: readonly Segment[]): SchemaPart[] {
  const crossed = typeof $ref === "string";
  const local = { target: here, inside: [], crossed };
  const path = crossed ? placeOf($ref) : here;
  const referenced = crossed ? valueAt(contract, path) : undefined;
  return [
    ...(isObject(referenced) ? [{ value: referenced, path, local }] : []),
    ...(Object.keys(own).length > 0 ? [{ value: own, path: here, local }] : []),
  ];
}

/** Follows references and flattens alternatives and compositions: referenced parts first, those beside them last. */
function expanded(contract: ContractJson, part: SchemaPart): SchemaPart[] {
  const { $ref, allOf, oneOf, ...own } = part.value;
  const parts: SchemaPart[] = [];
  if (typeof $ref === "string") {
    const path = placeOf($ref);
    const value = valueAt(contract, path);
    const local = part.local && { ...part.local, crossed: true };
    if (isObject(value)) parts.push(...expanded(contract, { value, path, local }));
  }
  // A composition at one operation only adds to the referenced schema: the fields are the same ones.
  for (const [index, value] of list(allOf)) {
    parts.push(...expanded(contract, { value, path: [...part.path, "allOf", index], local: part.local }));
  }
  for (const [index, value] of list(oneOf)) {
    parts.push(...expanded(contract, inner(part, value, ["oneOf", index])));
  }
  if (Object.keys(own).length > 0) parts.push({ ...part, value: own });
  return parts;
}

function list(value: unknown): [number, Values][] {
  return Array.isArray(value)
    ? (value as unknown[]).flatMap((each, index): [number, Values][] => (isObject(each) ? [[index, each]] : []))
    : [];
}
