import type * as jsonPath from "json-p3";
import { type Action } from "./overlay";

type Json = Record<string, unknown>;
type Location = readonly (string | number)[];

/** What an action cannot do, in words that follow its target. */
export class ActionProblem extends Error {}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Applies one action to a document, in place. @throws {ActionProblem} */
export function applyAction(document: Json, { target, update, remove }: Action): void {
  const { jsonpath } = require("json-p3") as typeof jsonPath;
  let nodes: { readonly value: unknown; readonly location: Location }[];
  try {
    nodes = [...jsonpath.query(target, document as never)];
  } catch (error) {
    throw new ActionProblem(
      `is not a JSONPath (RFC 9535): ${(error as Error).message}. Write, for example, $.paths['/org/new'].post.`,
    );
  }
  if (nodes.length === 0) throw new ActionProblem(`matches nothing in the contract.${nearest(document, target)}`);
  for (const { value } of nodes) {
    if (typeof value === "object" && value !== null) continue;
    throw new ActionProblem(
      "selects a plain value. Overlay 1.0 updates and removes objects and arrays: select what it stands in.",
    );
  }
  if (remove) return removeAll(document, nodes);
  for (const { value } of nodes) {
    // Each gets its own: a later action may select one of them alone.
    if (Array.isArray(value)) value.push(copyOf(update));
    else if (isObject(update)) merge(value as Json, update, "");
    else throw new ActionProblem("selects an object, and update is not one.");
  }
}

function removeAll(document: Json, nodes: readonly { readonly location: Location }[]): void {
  // From behind: what is removed from a list moves the rest of it.
  for (const { location } of [...nodes].sort((a, b) => compare(b.location, a.location))) {
    const key = location.at(-1);
    if (key === undefined) throw new ActionProblem("removes the whole contract.");
    const parent = location.slice(0, -1).reduce<unknown>((node, each) => (node as Json | undefined)?.[each], document);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (isObject(parent)) delete parent[key];
  }
}

function compare(one: Location, other: Location): number {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const [left, right] = [one[at]!, other[at]!];
    if (left === right) continue;
    if (typeof left === "number" && typeof right === "number") return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return one.length - other.length;
}

function merge(into: Json, update: Json, path: string): void {
  for (const [key, value] of Object.entries(update)) {
    if (key === "__proto__") throw new ActionProblem("gets the key __proto__, which no contract has.");
    const at = `${path}${key}`;
    const old = Object.hasOwn(into, key) ? into[key] : undefined;
    if (old === undefined) into[key] = copyOf(value);
    else if (isObject(old) && isObject(value)) merge(old, value, `${at}.`);
    else if (Array.isArray(old) && Array.isArray(value)) old.push(...(copyOf(value) as unknown[]));
    else if (typeof old === "object" && old !== null) {
      throw new ActionProblem(
        `is merged with an update whose ${at} is ${wordFor(value)}, where the contract has ${wordFor(old)}.`,
      );
    } else if (typeof value === "object" && value !== null) {
      throw new ActionProblem(
        `is merged with an update whose ${at} is ${wordFor(value)}, where the contract has ${wordFor(old)}.`,
      );
    } else into[key] = value;
  }
}

function copyOf<T>(value: T): T {
  if (JSON.stringify(value)?.includes('"__proto__":'))
    throw new ActionProblem("gets the key __proto__, which no contract has.");
  return structuredClone(value);
}

function wordFor(value: unknown): string {
  return Array.isArray(value) ? "a list" : isObject(value) ? "an object" : "a plain value";
}

/** The longest beginning of a target that does match. */
function nearest(document: Json, target: string): string {
  const { jsonpath } = require("json-p3") as typeof jsonPath;
  for (let end = target.length - 1; end > 1; end--) {
    if (!".[".includes(target[end]!)) continue;
    try {
      const beginning = target.slice(0, end);
      if ([...jsonpath.query(beginning, document as never)].length > 0)
        return ` The beginning ${beginning} does match.`;
    } catch {
      // Not the end of a segment.
    }
  }
  return "";
}
