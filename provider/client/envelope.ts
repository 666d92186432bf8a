import { type Operation } from "./contract";

type Values = Record<string, unknown>;

const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Upstream wraps some single objects into a list of one; an empty list means that there is none. */
const single = (value: unknown): unknown => (Array.isArray(value) ? (value[0] as unknown) : (value ?? undefined));

/**
 * Takes an answer out of its envelope: under one of the contract's keys, bare, or in a list of one.
 * @returns a list for operations that list, else one object, or undefined where there is none
 */
export function unwrap(operation: Operation, body: unknown): unknown {
  const outer = operation.list ? body : single(body);
  const key = isObject(outer) ? operation.envelope.find((name) => name in outer) : undefined;
  const inner = key === undefined ? outer : (outer as Values)[key];
  if (!operation.list) return key === undefined ? inner : single(inner);
  return Array.isArray(inner) ? inner : inner === null || inner === undefined ? [] : inner;
}

/** Whether LumenOne says in a 200 that it failed. */
export function saysFailed(body: unknown): boolean {
  return isObject(body) && body["success"] === false;
}
