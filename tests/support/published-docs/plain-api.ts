import { readContract } from "../../../api/generate";

/** A JSON object of an OpenAPI document. */
export type Json = Record<string, unknown>;

/** As much of an operation as tests look at. */
export interface PlainOperation extends Json {
  operationId: string;
  summary?: string;
  parameters?: Json[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Json }> };
  responses: Record<string, Json>;
}

/** An API as its vendor would describe it: the contract without this project's own extensions. */
export interface PlainApi extends Json {
  paths: Record<string, Record<string, PlainOperation>>;
  components: { schemas: Record<string, Json>; parameters: Record<string, Json>; responses: Record<string, Json> };
}

/** The released contract as documentation: titles in place of our own sentences. */
export function plainApi(): PlainApi {
  const api = structuredClone(readContract()) as PlainApi;
  for (const [, , operation] of operationsOf(api)) operation.summary = operation["x-title"] as string;
  return api;
}

/** Every operation with its path and method. */
export function operationsOf(api: PlainApi): [path: string, method: string, operation: PlainOperation][] {
  return Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, PlainOperation] => [path, method, operation]),
  );
}

/** The node that a reference names. */
export function resolve(api: PlainApi, node: Json): Json {
  const reference = node["$ref"];
  if (typeof reference !== "string") return node;
  const path = reference.slice(2).split("/");
  return resolve(
    api,
    path.reduce<Json>((value, key) => value[key] as Json, api),
  );
}

/** A copy in which nothing refers to anything. */
export function inlined<T>(api: PlainApi, node: T): T {
  if (Array.isArray(node)) return node.map((item: unknown) => inlined(api, item)) as T;
  if (typeof node !== "object" || node === null) return node;
  const { $ref, ...own } = node as Json;
  const target = $ref === undefined ? {} : inlined(api, resolve(api, node as Json));
  return {
    ...target,
    ...Object.fromEntries(Object.entries(own).map(([key, value]) => [key, inlined(api, value)])),
  } as T;
}
