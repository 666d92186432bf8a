import { readFileSync } from "node:fs";
import type * as JsonPath from "json-p3";
import type * as Yaml from "yaml";
import { isObject } from "../json";

type Json = Record<string, unknown>;

interface Action {
  target: string;
  update?: unknown;
  remove?: boolean;
}

/**
 * Returns the document changed by an OpenAPI Overlay 1.0 file. The provider has its own implementation and checks more; that the
 * two are separate shows when one of them is wrong.
 */
export function withOverlay(document: object, file: string): object {
  const { parse } = require("yaml") as typeof Yaml;
  const { jsonpath } = require("json-p3") as typeof JsonPath;
  const fail = (problem: string): never => {
    throw new Error(`the contract overlay ${file} ${problem}`);
  };
  let overlay: { overlay?: unknown; actions?: Action[] } | null;
  try {
    overlay = parse(readFileSync(file, "utf8")) as typeof overlay;
  } catch (error) {
    return fail(`cannot be read: ${(error as Error).message}`);
  }
  if (!/^1\.0\.\d+$/.test(String(overlay?.overlay)) || !Array.isArray(overlay?.actions)) {
    return fail("is not an OpenAPI Overlay 1.0 document");
  }
  const changed = structuredClone(document) as Record<string, JsonPath.JSONValue>;
  overlay.actions.forEach(({ target, update, remove }, index) => {
    const found = [...jsonpath.query(target, changed)];
    if (found.length === 0) fail(`has actions[${index}], whose target ${target} matches nothing`);
    for (const { value, location } of found.reverse()) {
      if (remove) removeAt(changed, location);
      else if (Array.isArray(value)) (value as unknown[]).push(structuredClone(update));
      else mergeInto(value as Json, update as Json);
    }
  });
  return changed;
}

function removeAt(root: Json, location: readonly (string | number)[]): void {
  const parent = location.slice(0, -1).reduce<unknown>((node, key) => (node as Json)[key], root);
  const key = location.at(-1)!;
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete (parent as Json)[key];
}

function mergeInto(target: Json, update: Json): void {
  for (const [key, value] of Object.entries(update)) {
    const known = target[key];
    if (Array.isArray(known) && Array.isArray(value)) known.push(...(structuredClone(value) as unknown[]));
    else if (isObject(known) && isObject(value)) mergeInto(known, value);
    else target[key] = structuredClone(value);
  }
}
