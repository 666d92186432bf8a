import { assetSignature, signatureKey } from "../engine/asset";
import { textFlaw } from "./text-flaw";
import { unknown } from "../engine/unknown";

/** A place in a value that cannot be carried to LumenOne and back as it is. Never holds the value: it may be secret. */
export interface Flaw {
  /** As `config.retry.delay` or `fallbackVoices[1].voiceId`. */
  readonly path: string;
  /** Continues the path to a sentence, without its full stop. */
  readonly reason: string;
  readonly remedy: string;
}

/** Levels of lists and objects in one value. LumenOne's own limit is not known; recursion in Pulumi and here has one. */
const deepest = 64;
/** Values and keys inside one field, and their length in all. Far more than any setting needs, and the state holds it twice. */
const mostParts = 100_000;
const mostCharacters = 4_000_000;

const keptByPulumi: [reason: string, remedy: string] = ["is a word that Pulumi keeps for itself", "Give another one."];

interface Walk {
  readonly opaque: (value: unknown) => boolean;
  readonly flaws: Flaw[];
  readonly above: object[];
  parts: number;
  characters: number;
}

/** The most that are reported at once. */
const mostFlaws = 10;

/**
 * Parts of a value that JSON cannot express, that Pulumi would read as something else, or that are too large. They would
 * arrive as another value, and the next preview would not be empty.
 * @param opaque values that are skipped: unknown ones, and those that are checked later
 */
export function flawsIn(path: string, value: unknown, opaque: (value: unknown) => boolean): Flaw[] {
  const walk: Walk = { opaque, flaws: [], above: [], parts: 0, characters: 0 };
  look(walk, path, value);
  return walk.flaws;
}

function look(walk: Walk, path: string, value: unknown): void {
  // An object that many keys lead to is looked at once for each way to it, and these can double with every level.
  if (walk.flaws.length >= mostFlaws || walk.parts >= mostParts || walk.opaque(value)) return;
  if (++walk.parts === mostParts) return add(walk, path, `is one of more than ${mostParts} values`, "Give fewer.");
  if (typeof value === "string") return lookAtText(walk, path, value);
  if (typeof value === "object" && value !== null) return lookInside(walk, path, value);
  const reason = flawOfScalar(value);
  if (reason) add(walk, path, reason, "Give a value that can be written as JSON.");
}

function lookAtText(walk: Walk, path: string, text: string): void {
  const flaw = text === unknown ? keptByPulumi : textFlaw({}, text);
  if (flaw) return add(walk, path, ...flaw);
  count(walk, path, text);
}

/** Adds the length of a text or a key, and reports the one that exceeds the limit. */
function count(walk: Walk, path: string, { length }: string): void {
  walk.characters += length;
  if (walk.characters > mostCharacters && walk.characters - length <= mostCharacters) {
    add(walk, path, `ends a value of more than ${mostCharacters} characters`, "Give a shorter one.");
  }
}

function flawOfScalar(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : "is not a finite number";
  return ["function", "symbol", "bigint"].includes(typeof value) ? `is a ${typeof value}` : undefined;
}

function lookInside(walk: Walk, path: string, value: object): void {
  if (walk.above.includes(value))
    return add(walk, path, "contains itself", "Give a value that can be written as JSON.");
  if (walk.above.length === deepest)
    return add(walk, path, `lies more than ${deepest} levels deep`, "Give a flatter value.");
  walk.above.push(value);
  if (Array.isArray(value)) lookAtItems(walk, path, value);
  else lookAtKeys(walk, path, value);
  walk.above.pop();
}

/** Pulumi would make it null. */
export function undefinedAt(path: string): Flaw {
  return { path, reason: "is undefined", remedy: "Give a value, or null." };
}

function lookAtItems(walk: Walk, path: string, list: unknown[]): void {
  // Stops early: a list can be declared longer than memory.
  for (let index = 0; index < list.length && walk.flaws.length < mostFlaws && walk.parts < mostParts; index++) {
    const place = `${path}[${index}]`;
    if (list[index] !== undefined) look(walk, place, list[index]);
    else walk.flaws.push(undefinedAt(place));
  }
}

function lookAtKeys(walk: Walk, path: string, value: object): void {
  const form = formOf(value);
  if (form) return add(walk, path, form, "Give a plain object, a list, a text or a number.");
  if (Object.getOwnPropertySymbols(value).some((key) => Object.prototype.propertyIsEnumerable.call(value, key))) {
    add(walk, path, "has a symbol as a key", "Give it a text.");
  }
  for (const key of Object.keys(value)) {
    const place = placeOf(path, key);
    const flaw = keyFlaw(key) ?? textFlaw({}, key);
    if (flaw) add(walk, place, ...flaw);
    // An undefined property is left out, as in JSON.
    else if ((value as Record<string, unknown>)[key] !== undefined) {
      count(walk, place, key);
      look(walk, place, (value as Record<string, unknown>)[key]);
    }
  }
}

/** What an object is, when it is not a plain one. Those of another realm have a prototype of their own without one. */
function formOf(value: object): string | undefined {
  const signature = (value as Record<string, unknown>)[signatureKey];
  if (signature === assetSignature) return "is a file, which only a Document takes";
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return undefined;
  const name = (prototype.constructor as { name?: unknown } | undefined)?.name;
  return typeof name === "string" && /^[\w$]+$/.test(name) ? `is of the class ${name}` : "is of a class";
}

function keyFlaw(key: string): [reason: string, remedy: string] | undefined {
  if (key === "__proto__") return ["is a key that JavaScript keeps for itself", "Give it another name."];
  return key === signatureKey ? keptByPulumi : undefined;
}

/** The path of a property. */
export function placeOf(path: string, key: string): string {
  return /^[A-Za-z_$][\w$-]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key.slice(0, 60))}]`;
}

function add(walk: Walk, path: string, reason: string, remedy: string): void {
  if (walk.flaws.length < mostFlaws) walk.flaws.push({ path, reason, remedy });
}
