import { assetIn } from "../lifecycle/engine/asset";
import { same } from "../lifecycle/state/same";
import { isObject } from "../client/is-object";

/** How a property differs. */
export type ChangeKind = "add" | "delete" | "update";

/** Where two values differ, as the engine writes paths: `voice.voiceId`, `config["retry-after"]`, `fallbackVoices[1]`. */
export function changedPaths(path: string, old: unknown, now: unknown): [path: string, kind: ChangeKind][] {
  if (old === undefined || old === null) return same(old, now) ? [] : [[path, old === undefined ? "add" : "update"]];
  if (now === undefined) return [[path, "delete"]];
  if (isObject(old) && isObject(now) && !assetIn(now)) {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return keys.flatMap((key) => changedPaths(pathOf(path, key), valueAt(old, key), valueAt(now, key)));
  }
  if (Array.isArray(old) && Array.isArray(now)) {
    const indexes = Array.from({ length: Math.max(old.length, now.length) }, (_, index) => index);
    return indexes.flatMap((index) => changedPaths(`${path}[${index}]`, old[index], now[index]));
  }
  return same(old, now) ? [] : [[path, "update"]];
}

function pathOf(path: string, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

function valueAt(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
