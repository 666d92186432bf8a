import { asInstant, sameInstant } from "../state/instant";
import { same } from "../state/same";
import { type Values } from "../state/values";

/**
 * The source of a value: the program must give it, the program may give it, the program may and its logical name is the
 * default, or LumenOne gives it.
 */
export type Presence = "required" | "optional" | "filled" | "output";

/** What a definition states about one field. */
export interface Field extends Facts {
  readonly type: "string" | "number" | "integer" | "boolean" | "object" | "list" | "asset" | "any";
  readonly presence: Presence;
}

/** Everything that can be said about a field, each fact once. */
export interface Facts {
  readonly required?: boolean;
  /** Filled in with the resource's logical name when the program gives none. */
  readonly logicalName?: boolean;
  /** `null` is a value of its own, and `""` means the same. Removing the field from the program writes `null`. */
  readonly nullable?: boolean;
  /** A change cannot be made in place: the object is replaced. */
  readonly replaces?: boolean;
  /** A change can be made neither in place nor by making the object anew: why. */
  readonly immutable?: string;
  /** Encrypted in the state, never shown. LumenOne may return it masked. */
  readonly secret?: boolean;
  /** LumenOne cannot change it once the object is made: what it returns is never drift, and counts for `.get` only. */
  readonly fixed?: boolean;
  /** A file's content never enters the state. This output holds its hash, which shows whether it has changed. */
  readonly hashAs?: string;
  /** The output that holds the name of a file. */
  readonly nameAs?: string;
  /** Steers this provider and is never sent. */
  readonly local?: boolean;
  /** Only counts while the object is made: a change alone is not a difference. */
  readonly createOnly?: boolean;
  /** The value that LumenOne gives an unset field: written when the program drops the field. */
  readonly default?: unknown;
  /** LumenOne takes null for its own default, which differs between versions: written when the program drops the field. */
  readonly resetByNull?: boolean;
  /** The contract's name where it is not this one in snake case. */
  readonly wire?: string;
  /** Kind of the resource that may be given in place of its id. */
  readonly refersTo?: string;
  /** The program may give a number in place of a text. */
  readonly takesNumber?: boolean;
  /** Allowed values; anything else is an error. */
  readonly values?: readonly string[];
  /** Known values of a list that LumenOne may extend: editors offer them, and others are accepted. */
  readonly suggests?: readonly string[];
  /** Name of the TypeScript type of an object, or of the items of a list. */
  readonly typeName?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  /** In UTF-8: names of folders are names on a disk. */
  readonly maxBytes?: number;
  /** A text of one line: without control characters, and not of blanks alone. */
  readonly line?: boolean;
  /** A text without blanks at either end. */
  readonly trimmed?: boolean;
  /** A text form: what it must match, in words and as an expression. */
  readonly form?: { readonly says: string; readonly matches: RegExp };
  /** Lists and objects come with keys that the program never gave: only its own count. */
  readonly ownKeysOnly?: boolean;
  /** Brings equal values to one spelling. Must be idempotent. */
  readonly normalise?: (value: unknown) => unknown;
  /** Whether two values that are spelled differently mean the same: then the state keeps the one it has. */
  readonly alike?: (known: unknown, returned: unknown) => boolean;
}

export type Fields = Readonly<Record<string, Field>>;

function given(type: Field["type"], facts: Facts): Field {
  return { ...facts, type, presence: facts.required ? "required" : facts.logicalName ? "filled" : "optional" };
}

/** A text. */
export const text = (facts: Facts = {}): Field => given("string", facts);

/** A number. */
export const number = (facts: Facts = {}): Field => given("number", facts);

/** A whole number. */
export const integer = (facts: Facts = {}): Field => given("integer", facts);

/** True or false. */
export const flag = (facts: Facts = {}): Field => given("boolean", facts);

/** One of a closed list of words. */
export const choice = (values: readonly string[], facts: Facts = {}): Field => given("string", { ...facts, values });

/** A word of a list that LumenOne may extend: the editor offers the known ones, and others are accepted. */
export const openChoice = (suggests: readonly string[], facts: Facts = {}): Field =>
  given("string", { ...facts, suggests });

/** An object. @param typeName its TypeScript type, as `object` or one of `definitions/voice/voice-types.ts` */
export const object = (typeName: string, facts: Facts = {}): Field => given("object", { ...facts, typeName });

/** A list. @param typeName the TypeScript type of its items */
export const list = (typeName: string, facts: Facts = {}): Field => given("list", { ...facts, typeName });

/** The id of another resource, or that resource itself. */
export const reference = (refersTo: string, facts: Facts = {}): Field => given("string", { ...facts, refersTo });

/** A file: a path, or an asset of Pulumi's. */
export const asset = (facts: Facts & { readonly hashAs: string }): Field => given("asset", facts);

const hexSlug = /^(?:[0-9a-f]{2}){4,}$/;
const plausibleSlug = /^(?=.*[a-z])[a-z0-9]+(?:-+[a-z0-9]+)*$/;

/** The original slug that this text is the hex form of, if it is one. */
export function slugBehindHex(value: string): string | undefined {
  if (!hexSlug.test(value)) return undefined;
  const slug = Buffer.from(value, "hex").toString("utf8");
  return plausibleSlug.test(slug) ? slug : undefined;
}

/** A text that LumenOne gives. */
export const output = (facts: Facts = {}): Field => ({
  ...facts,
  type: "string",
  presence: "output",
});

/**
 * A whole number that LumenOne gives, or null while it has none: in a preview, an output that the state leaves out counts as
 * not known yet, and whatever uses it as changed.
 */
export const integerOutput = (facts: Facts = {}): Field => ({
  ...facts,
  nullable: true,
  type: "integer",
  presence: "output",
});

/**
 * A time that LumenOne gives. The state holds it in one form, RFC 3339 in UTC with milliseconds, whichever form an
 * operation gives it in. A value that is not a time is kept as it is.
 */
export const timeOutput = (facts: Facts = {}): Field => output({ ...facts, normalise: asInstant, alike: sameInstant });

/** The fields that the program may give. */
export function inputFields(fields: Fields): [name: string, field: Field][] {
  return Object.entries(fields).filter(([, field]) => field.presence !== "output");
}

/** The names of fields whose values are secret. */
export function secretFields(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, { secret }]) => (secret ? [name] : []));
}

/** Whether this is the value that LumenOne gives the unset field. */
export function isDefault(field: Field, value: unknown): boolean {
  return value === null || (field.default !== undefined && same(field.default, value));
}

/** The value of a field in an object that LumenOne returned. */
export function remoteValue(remote: Values, name: string, field: Field): unknown {
  return remote[field.wire ?? name];
}
