import contract from "../../../simulator/generated/contract.json";
import { type Json, within } from "./json";

/** The contract without references: each operation stands alone, so that one can be changed without another. */
export interface InlinedContract {
  readonly document: Json;
  /** The operations of `document.paths`, by operationId. */
  readonly operations: ReadonlyMap<string, PlacedOperation>;
  /** Of an inlined schema, the name that it had. */
  readonly nameOf: (schema: Json) => string | undefined;
}

/** An operation and where it stands in the contract. */
export interface PlacedOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: Json;
}

/** Makes a new one, which may be changed. */
export function inlinedContract(): InlinedContract {
  const names = new WeakMap<Json, string>();
  const inline = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(inline);
    if (typeof node !== "object" || node === null) return node;
    const { $ref } = node as { $ref?: unknown };
    if (typeof $ref !== "string") {
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inline(value)]));
    }
    const [, section, name] = /^#\/components\/(\w+)\/(\w+)$/.exec($ref) ?? [];
    const target = within(contract.components, section, name);
    if (target === undefined || name === undefined) throw new Error(`${$ref} leads nowhere`);
    const inlined = inline(target) as Json;
    if (section === "schemas") names.set(inlined, name);
    return inlined;
  };
  const { components, ...rest } = contract;
  const document = inline(rest) as Json;
  document["components"] = { securitySchemes: structuredClone(components.securitySchemes) };
  const operations = new Map<string, PlacedOperation>();
  for (const [path, methods] of Object.entries(document["paths"] as Json)) {
    for (const [method, operation] of Object.entries(methods as Json)) {
      operations.set((operation as Json)["operationId"] as string, { path, method, operation: operation as Json });
    }
  }
  return { document, operations, nameOf: (schema) => names.get(schema) };
}
