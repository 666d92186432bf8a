import type * as jsonPath from "json-p3";
import { type Action } from "./overlay";
import { isObject } from "../../is-object";

type Json = Record<string, unknown>;
type Location = readonly (string | number)[];

/** Why an action cannot be applied, in words that follow its target. */
export class ActionProblem extends Error {}

/**
 * A document with one action applied. It shares unchanged parts with the given document.
 * @throws {ActionProblem}
 */
export function applyAction(document: Json, { target, update, remove }: Action): Json {
  const { jsonpath } = require("json-p3") as typeof jsonPath;
  let nodes: { readonly value: unknown; readonly location: Location }[];
  try {
    // A target may select the same place twice: $.parameters[0, 0].
    nodes = [...new Map([...jsonpath.query(target, document as never)].map((node) => [node.path, node])).values()];
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
  if (remove) return withoutAll(document, nodes);
  if (JSON.stringify(update)?.includes('"__proto__":'))
    throw new ActionProblem("gets the key __proto__, which no contract has.");
  return nodes.reduce(
    (changed, { location }) =>
      changedAt(changed, location, (old) => {
        if (Array.isArray(old)) return [...(old as unknown[]), update];
        if (isObject(update)) return merged(old as Json, update, "");
        throw new ActionProblem("selects an object, and update is not one.");
      }) as Json,
    document,
  );
}

/** A copy of a value with a change at one location: only the path to it is copied. */
function changedAt(value: unknown, location: Location, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = location;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return (value as unknown[]).with(Number(key), changedAt(value[Number(key)], rest, change));
  return { ...(value as Json), [key]: changedAt((value as Json)[key], rest, change) };
}

function withoutAll(document: Json, nodes: readonly { readonly location: Location }[]): Json {
  // Last ones first: a removal from a list moves the rest of it, and inner parts go before outer ones.
  return [...nodes]
    .sort((a, b) => compare(b.location, a.location))
    .reduce((changed, { location }) => {
      const key = location.at(-1);
      if (key === undefined) throw new ActionProblem("removes the whole contract.");
      return changedAt(changed, location.slice(0, -1), (parent) => {
        if (Array.isArray(parent)) return (parent as unknown[]).toSpliced(Number(key), 1);
        return Object.fromEntries(Object.entries(parent as Json).filter(([each]) => each !== key));
      }) as Json;
    }, document);
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

function merged(old: Json, update: Json, path: string): Json {
  const result = { ...old };
  for (const [key, value] of Object.entries(update)) {
    const at = `${path}${key}`;
    const known = Object.hasOwn(old, key) ? old[key] : undefined;
    if (known === undefined) result[key] = value;
    else if (isObject(known) && isObject(value)) result[key] = merged(known, value, `${at}.`);
    else if (Array.isArray(known) && Array.isArray(value))
      result[key] = [...(known as unknown[]), ...(value as unknown[])];
    else if ([known, value].some((each) => typeof each === "object" && each !== null)) {
      throw new ActionProblem(
        `is merged with an update whose ${at} is ${wordFor(value)}, where the contract has ${wordFor(known)}.`,
      );
    } else result[key] = value;
  }
  return result;
}

function wordFor(value: unknown): string {
  return Array.isArray(value) ? "a list" : isObject(value) ? "an object" : "a plain value";
}

/** The longest beginning of a target that matches. */
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
