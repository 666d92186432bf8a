import { isDeepStrictEqual } from "node:util";
import { type Field } from "../definition/fields";
import { isMaskOf, looksMasked } from "./masked";
import { parsedContainer } from "./parsed-container";
import { isObject } from "../../client/is-object";
import { type Values } from "./values";

/**
 * A secret as LumenOne shows it, with the stored value wherever it shows a mask or nothing. The rest is a change only where
 * LumenOne shows another value that can be one.
 *
 * - Nothing, null and blank texts stand for what is stored; so do a list or an object that was emptied, and one that says
 *   nothing but that there is a secret.
 * - A number or a flag is readable: another one is a change. A text that came back as a flag is a mask.
 * - For texts, see {@link isMaskOf}.
 * - A key that is not stored counts only with a value that can be read.
 */
export function unmasked(stored: unknown, shown: unknown): unknown {
  if (stored === undefined) return readable(shown);
  if (shown === undefined || shown === null || isDeepStrictEqual(stored, shown)) return stored;
  if (isObject(stored)) return unmaskedObject(stored, parsedContainer(shown));
  if (Array.isArray(stored)) return unmaskedList(stored, parsedContainer(shown));
  if (typeof stored === "string") return unmaskedText(stored, shown);
  return unmaskedScalar(stored, shown);
}

/** The readable part of a secret; undefined where there is none. A mask is never taken for a value. */
export function readable(shown: unknown): unknown {
  if (shown === undefined || shown === null) return undefined;
  if (typeof shown === "string") return isReadable(shown) ? shown : undefined;
  if (typeof shown !== "object") return shown;
  if (Array.isArray(shown)) return maskedPaths(shown).length > 0 ? undefined : shown;
  const kept = Object.entries(shown)
    .map(([key, value]) => [key, readable(value)] as const)
    .filter(([, value]) => value !== undefined);
  return kept.length === 0 && Object.keys(shown).length > 0 ? undefined : Object.fromEntries(kept);
}

/** Where a mask or nothing stands in a secret that nobody has stored, as `headers.token`; `""` for all of it. */
export function maskedPaths(shown: unknown, path = ""): string[] {
  if (typeof shown === "string" ? !isReadable(shown) : shown === null) return [path];
  if (typeof shown !== "object" || shown === null) return [];
  return Object.entries(shown).flatMap(([key, value]) => maskedPaths(value, path === "" ? key : `${path}.${key}`));
}

/** The same for a whole field: an object that comes as anything else is masked as a whole. */
export function maskedIn({ type }: Field, shown: unknown): string[] {
  if (shown === undefined || shown === null) return [];
  const value = parsedContainer(shown);
  return type === "object" && !isObject(value) ? [""] : maskedPaths(value);
}

function isReadable(text: string): boolean {
  return text.trim() !== "" && !looksMasked(text) && !/^\s*set\s*$/i.test(text);
}

function unmaskedObject(stored: Values, shown: unknown): unknown {
  // Nothing else can replace an object.
  if (!isObject(shown)) return stored;
  const keys = Object.keys(stored);
  if (!keys.some((key) => Object.hasOwn(shown, key)) && saysNothing(shown)) return stored;
  const own = keys.map((key) => [key, Object.hasOwn(shown, key) ? unmasked(stored[key], shown[key]) : stored[key]]);
  const added = Object.keys(shown)
    .filter((key) => !Object.hasOwn(stored, key) && !isEmpty(shown[key]))
    .map((key) => [key, readable(shown[key])] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries([...own, ...added]) as Values;
}

function unmaskedList(stored: unknown[], shown: unknown): unknown {
  if (!Array.isArray(shown)) return stored;
  if (shown.length === 0) return stored;
  if (shown.length === stored.length) return shown.map((item, index) => unmasked(stored[index], item));
  // A mask does not show which of them it stands for.
  return maskedPaths(shown).length > 0 ? stored : shown;
}

function unmaskedText(stored: string, shown: unknown): unknown {
  const inner = parsedContainer(stored);
  if (typeof inner === "object") {
    const whole = unmasked(inner, shown);
    if (isDeepStrictEqual(whole, inner)) return stored;
    return typeof shown === "string" ? JSON.stringify(whole) : whole;
  }
  if (typeof shown === "object") return saysNothing(shown) ? stored : shown;
  if (typeof shown !== "string" && typeof shown !== "number") return stored;
  return String(shown) === stored || isMaskOf(stored, String(shown)) ? stored : shown;
}

/** A number, a flag or null is stored. LumenOne may write a number as text, and a flag as 0 or 1. */
function unmaskedScalar(stored: unknown, shown: unknown): unknown {
  if (typeof shown === "object") return saysNothing(shown) ? stored : shown;
  if (typeof stored === "number") {
    if (typeof shown !== "string") return typeof shown === "number" ? shown : stored;
    const isNumber = shown.trim() !== "" && Number.isFinite(Number(shown));
    return isNumber && Number(shown) !== stored ? Number(shown) : stored;
  }
  if (typeof stored !== "boolean") return readable(shown) ?? stored;
  const flags = new Map<unknown, boolean>([
    [0, false],
    [1, true],
    ["false", false],
    ["true", true],
  ]);
  return typeof shown === "boolean" ? shown : (flags.get(shown) ?? stored);
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** Whether no text can be read in there: `{}`, `{ masked: true }`, `["***"]`. */
function saysNothing(shown: unknown): boolean {
  if (typeof shown === "string") return !isReadable(shown);
  if (typeof shown !== "object" || shown === null) return true;
  return Object.values(shown).every(saysNothing);
}
