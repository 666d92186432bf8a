import { type operations } from "./generated/openapi";

/** Name of an operation in the contract. */
export type OperationId = keyof operations;

/** Another method and path for an operation. */
export interface OperationOverride {
  readonly method: string;
  readonly path: string;
}

interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly "x-secret"?: boolean;
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
}

interface ContractOperation {
  readonly operationId: OperationId;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly "x-envelope"?: readonly string[];
  readonly "x-list"?: boolean;
  readonly "x-repeat": "safe" | "unsafe";
  readonly "x-slow"?: boolean;
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>;
  readonly components: { readonly schemas: Record<string, Schema>; readonly parameters: Record<string, Parameter> };
}

/** What the client needs to know of an operation. */
export interface Operation {
  readonly operationId: OperationId;
  /** Lower case. */
  readonly method: string;
  readonly path: string;
  /** Path parameters that are hex slugs on the wire. */
  readonly hexParameters: readonly string[];
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  /** Whether `X-Account-Id` belongs to it. */
  readonly account: "required" | "optional" | "none";
  /** Names of the JSON body's properties. */
  readonly body: readonly string[];
  /** Those of them that may hold credentials. */
  readonly secrets: readonly string[];
  readonly multipart: boolean;
  /** Keys that the answer may stand under. */
  readonly envelope: readonly string[];
  readonly list: boolean;
  /** Whether sending it twice leaves what sending it once does. */
  readonly repeatable: boolean;
  readonly slow: boolean;
}

let loaded: Contract | undefined;
let known: Map<string, Operation> | undefined;

function contract(): Contract {
  return (loaded ??= require("./generated/contract.json") as Contract);
}

function resolved<T extends { readonly $ref?: string }>(value: T, table: Record<string, T>): T {
  const name = value.$ref?.split("/").at(-1);
  return (name !== undefined ? table[name] : undefined) ?? value;
}

function propertiesOf(schema: Schema | undefined): Record<string, Schema> {
  if (!schema) return {};
  const { allOf = [], properties = {} } = resolved(schema, contract().components.schemas);
  return Object.assign({}, ...allOf.map(propertiesOf), properties) as Record<string, Schema>;
}

function described(method: string, path: string, operation: ContractOperation): Operation {
  const parameters = (operation.parameters ?? []).map((each) => resolved(each, contract().components.parameters));
  const names = (where: string) => parameters.filter((each) => each.in === where).map(({ name }) => name);
  const account = parameters.find(({ name }) => name === "X-Account-Id");
  const content = operation.requestBody?.content ?? {};
  const properties = Object.entries(propertiesOf(content["application/json"]?.schema));
  return {
    operationId: operation.operationId,
    method,
    path,
    hexParameters: parameters.filter(({ schema }) => schema.format === "hex-slug").map(({ name }) => name),
    pathParameters: names("path"),
    queryParameters: names("query"),
    account: account ? (account.required ? "required" : "optional") : "none",
    body: properties.map(([name]) => name),
    secrets: properties.filter(([, schema]) => schema["x-secret"]).map(([name]) => name),
    multipart: "multipart/form-data" in content,
    envelope: operation["x-envelope"] ?? [],
    list: operation["x-list"] ?? false,
    repeatable: operation["x-repeat"] === "safe",
    slow: operation["x-slow"] ?? false,
  };
}

function all(): Map<string, Operation> {
  if (known) return known;
  known = new Map();
  for (const [path, methods] of Object.entries(contract().paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      known.set(operation.operationId, described(method, path, operation));
    }
  }
  return known;
}

/** The 45 operations of the contract. */
export function operationIds(): string[] {
  return [...all().keys()];
}

/** @throws for a name that is no operation */
export function operationOf(operationId: OperationId): Operation {
  const operation = all().get(operationId);
  if (!operation) throw new Error(`The contract has no operation "${String(operationId)}"`);
  return operation;
}
