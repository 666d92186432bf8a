import { type Operation } from "../contract/contract";
import { isObject } from "../is-object";

type Values = Record<string, unknown>;

/** What the envelope held. `absent`: LumenOne says it is empty. `unusable`: not a response of this operation. */
export type Unwrapped =
  { readonly is: "value"; readonly value: unknown } | { readonly is: "absent" } | { readonly is: "unusable" };

const absent: Unwrapped = { is: "absent" };
export const unusable: Unwrapped = { is: "unusable" };
export const found = (value: unknown): Unwrapped => ({ is: "value", value });

/**
 * Takes a response out of its envelope: under one of the contract's keys, bare, or in a list of one. A response that is
 * neither the object nor clearly its absence is unusable: JSON of another server must never read as "there is nothing".
 * @param proof what the body lacks is taken for absent: a bare `[]`, a bare object or a null in place of a list says
 * nothing then, since any server may send it
 */
export function unwrap(operation: Operation, body: unknown, proof = false): Unwrapped {
  return operation.list ? unwrapList(operation, body, proof) : unwrapOne(operation, body, proof);
}

function unwrapList({ envelope }: Operation, body: unknown, proof: boolean): Unwrapped {
  if (Array.isArray(body)) return proof && (body.length === 0 || !body.every(isObject)) ? unusable : found(body);
  const key = keyOf(envelope, body);
  if (key === undefined) return unusable;
  const list = (body as Values)[key];
  if (Array.isArray(list)) return proof && !list.every(isObject) ? unusable : found(list);
  return list === null && !proof ? found([]) : unusable;
}

function unwrapOne(operation: Operation, body: unknown, proof: boolean): Unwrapped {
  const outer = single(body);
  const key = keyOf(operation.envelope, outer);
  if (proof && key === undefined) return unusable;
  const inner = key === undefined ? outer : single((outer as Values)[key]);
  if (inner === undefined || inner === null) return absent;
  if (!isObject(inner)) return unusable;
  const names = Object.keys(inner);
  const isIt = key === undefined ? names.some((name) => operation.responseProperties.includes(name)) : names.length > 0;
  return isIt ? found(inner) : unusable;
}

/** Upstream wraps some single objects into a list of one; an empty list means that there is none. */
function single(value: unknown): unknown {
  return Array.isArray(value) && value.length < 2 ? (value[0] as unknown) : value;
}

function keyOf(envelope: readonly string[], body: unknown): string | undefined {
  return isObject(body) ? envelope.find((name) => Object.hasOwn(body, name)) : undefined;
}

/** Whether LumenOne says in a 200 that it failed: `success` is false, or it gives words in place of the object. */
export function saysFailed({ list, envelope }: Operation, body: unknown): boolean {
  if (!isObject(body)) return false;
  if (body["success"] === false) return true;
  const words = body["message"] ?? body["error"];
  const key = keyOf(envelope, body);
  return !list && key !== undefined && body[key] === null && typeof words === "string" && words !== "";
}
