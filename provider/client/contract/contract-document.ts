import { type operations } from "../generated/openapi";
import { isObject } from "../is-object";

/** Name of an operation in the contract. */
export type OperationId = keyof operations;

/** As much of `api/openapi.yaml` as the client looks at. */
export interface ContractDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly "x-known-values"?: readonly string[];
  readonly "x-secret"?: boolean;
  readonly "x-wire-name"?: string;
  readonly "x-wire-in"?: Place;
}

/** Where a request carries a value. */
export type Place = "path" | "query" | "header" | "body";

export interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
  readonly "x-wire-name"?: string;
  readonly "x-wire-in"?: Place;
}

export type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface Response {
  readonly $ref?: string;
  readonly content?: Content;
}

export interface ContractOperation {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  readonly "x-envelope"?: readonly string[];
  /** The envelope's key in the schema, where `x-envelope` has another one. */
  readonly "x-envelope-name"?: string;
  readonly "x-list"?: boolean;
  readonly "x-paged"?: boolean;
  readonly "x-repeat": "safe" | "unsafe";
  readonly "x-slow"?: boolean;
  readonly "x-wire-path"?: string;
  readonly "x-wire-method"?: string;
}

/**
 * The target of a reference, overridden by the keys beside the reference, which apply here alone.
 * @throws for a reference that leads nowhere
 */
export function resolve<T extends { readonly $ref?: string }>(value: T, table: Readonly<Record<string, T>>): T {
  const { $ref, ...beside } = value;
  if ($ref === undefined) return value;
  const target = table[$ref.slice($ref.lastIndexOf("/") + 1)];
  if (target === undefined) throw new Error(`the reference ${$ref} leads nowhere`);
  return onTop(resolve(target, table), beside) as T;
}

/** Merges the second object into the first, as deep as both are objects. */
function onTop(below: unknown, above: unknown): unknown {
  if (!isObject(below) || !isObject(above)) return above;
  const entries = Object.entries(above).map(([key, value]) => [
    key,
    Object.hasOwn(below, key) ? onTop(below[key], value) : value,
  ]);
  return { ...below, ...Object.fromEntries(entries) };
}
