import { type ContractDocument, type Schema } from "./contract-document";
import { isObject } from "../is-object";

/** The types of a value by all schemas that describe it, and the names of its parts on the wire. */
export interface Shape {
  /** Sorted; empty where the contract does not say. */
  readonly types: readonly string[];
  /** By the contract's names. */
  readonly properties: ReadonlyMap<string, Property>;
  /** By their names on the wire. */
  readonly onWire: ReadonlyMap<string, Property>;
  readonly items: Shape | undefined;
  /** The shape of the values of a map. */
  readonly values: Shape | undefined;
  /** Whether something in it has another name on the wire. */
  readonly renames: boolean;
}

/** A property of an object. */
export type Property = ReturnType<typeof propertyOf>;

/** The allowed values of a field, as far as the contract lists them. */
export interface ValueLimits {
  /** The words. */
  readonly values?: readonly string[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** More levels than any schema has. */
const deepest = 20;

/** The shape that these schemas have together: the later ones refine the earlier ones. */
export function shapeOf(document: ContractDocument, schemas: readonly Schema[], depth = 0): Shape {
  const [schema] = schemas;
  const isReference = schemas.length === 1 && schema?.$ref !== undefined && Object.keys(schema).length === 1;
  if (!isReference) return newShape(document, schemas, depth);
  const known = shapes.get(document) ?? new Map<string, Shape>();
  const shape = known.get(schema.$ref) ?? newShape(document, schemas, depth);
  shapes.set(document, known.set(schema.$ref, shape));
  return shape;
}

/** Shapes of plain references, by document: most operations share them. */
const shapes = new WeakMap<ContractDocument, Map<string, Shape>>();

function newShape(document: ContractDocument, schemas: readonly Schema[], depth: number): Shape {
  const parts = schemas.flatMap((schema) => partsOf(document, schema));
  if (depth > deepest) throw new Error("a schema holds itself");
  const inner = (found: readonly Schema[]) => (found.length === 0 ? undefined : shapeOf(document, found, depth + 1));
  const schemasOf = new Map<string, Schema[]>();
  for (const { properties = {} } of parts) {
    for (const [name, schema] of Object.entries(properties))
      schemasOf.set(name, [...(schemasOf.get(name) ?? []), schema]);
  }
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const properties = new Map(
    [...schemasOf].map(([name, found]) => [
      name,
      propertyOf(document, name, found, required.has(name), shapeOf(document, found, depth + 1)),
    ]),
  );
  const items = inner(parts.flatMap((part) => part.items ?? []));
  const values = inner(parts.flatMap(({ additionalProperties: more }) => (typeof more === "object" ? more : [])));
  const types = new Set(parts.flatMap((part) => part.type ?? []));
  if (types.size === 0 && properties.size > 0) types.add("object");
  const all = [...properties.values()];
  return {
    types: [...types].sort(),
    properties,
    onWire: new Map(all.map((property) => [property.wireName, property])),
    items,
    values,
    renames:
      all.some(({ name, wireName, shape }) => name !== wireName || shape.renames) ||
      items?.renames === true ||
      values?.renames === true,
  };
}

function propertyOf(
  document: ContractDocument,
  name: string,
  schemas: readonly Schema[],
  required: boolean,
  shape: Shape,
) {
  const parts = schemas.flatMap((schema) => partsOf(document, schema));
  const last = <K extends keyof Schema>(key: K): Schema[K] => parts.findLast((part) => part[key] !== undefined)?.[key];
  return {
    name,
    wireName: last("x-wire-name") ?? name,
    /** Where a request carries it, when that is not the body. */
    place: last("x-wire-in"),
    required,
    default: last("default"),
    secret: parts.some((part) => part["x-secret"] === true),
    format: last("format"),
    limits: {
      values: (last("enum") as readonly string[] | undefined) ?? last("x-known-values"),
      minimum: last("minimum"),
      maximum: last("maximum"),
      maxLength: last("maxLength"),
    } satisfies ValueLimits,
    shape,
  };
}

/** A schema and all that it is made of, the inner ones first. */
function partsOf(document: ContractDocument, schema: Schema, depth = 0): Schema[] {
  if (depth > deepest) throw new Error("a schema refers to itself");
  const { $ref, allOf = [], oneOf = [] } = schema;
  const parts: Schema[] = [];
  if ($ref !== undefined) {
    const target = document.components.schemas[$ref.slice($ref.lastIndexOf("/") + 1)];
    if (!target) throw new Error(`the reference ${$ref} leads nowhere`);
    parts.push(...partsOf(document, target, depth + 1));
  }
  for (const each of allOf) parts.push(...partsOf(document, each, depth + 1));
  const alternatives = oneOf.map((each) => partsOf(document, each, depth + 1));
  // An object that may come in a list of one is the same object.
  const isSingle = alternatives.some((found) => found.some((part) => part.properties));
  for (const found of alternatives) {
    parts.push(...found);
    if (isSingle) parts.push(...found.flatMap(({ items }) => (items ? partsOf(document, items, depth + 1) : [])));
  }
  return [...parts, schema];
}

/** The properties of an object; none where there is no shape. */
export function propertiesOf(shape: Shape | undefined): Property[] {
  return [...(shape?.properties.values() ?? [])];
}

/** A value under the names that it has on the wire. */
export function toWire(shape: Shape | undefined, value: unknown): unknown {
  if (!shape?.renames) return value;
  if (Array.isArray(value)) return value.map((item) => toWire(itemOf(shape), item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const property = shape.properties.get(name);
      return [property?.wireName ?? name, toWire(property ? property.shape : shape.values, inner)];
    }),
  );
}

/** A value under the contract's names. A value under a name that now has another meaning is left out. */
export function fromWire(shape: Shape | undefined, value: unknown): unknown {
  if (!shape?.renames) return value;
  if (Array.isArray(value)) return value.map((item) => fromWire(itemOf(shape), item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const property = shape.onWire.get(name);
      if (property) return [[property.name, fromWire(property.shape, inner)]];
      return shape.properties.has(name) ? [] : [[name, fromWire(shape.values, inner)]];
    }),
  );
}

/** A list of what may also stand alone has the same objects. */
function itemOf(shape: Shape): Shape | undefined {
  return shape.properties.size > 0 ? shape : shape.items;
}
