import { asInstant, sameInstant } from "./instant";
import { type Values } from "./values";

/**
 * Who gives a field its value: the program must, the program may, the program may and its logical name stands in, or
 * LumenOne does.
 */
export type Presence = "required" | "optional" | "filled" | "output";

/** What a definition says about one field. The type parameters are for the compiler only. */
export interface Field<T = unknown, P extends Presence = Presence, Target = unknown> extends Facts {
  readonly type: "string" | "number" | "integer" | "boolean" | "object" | "list" | "asset" | "any";
  readonly presence: P;
  /** Kind of the resource that may be given in place of its id. */
  readonly refersTo?: string;
  /** Never set: carry the types of the value, and of the resource that may stand for it. */
  readonly _value?: T;
  readonly _target?: Target;
}

/** Everything that can be said about a field, each fact once. */
export interface Facts {
  readonly required?: boolean;
  /** Filled in with the resource's logical name when the program gives none. */
  readonly logicalName?: boolean;
  /** `null` is a value of its own, and `""` means the same. Removing the field from the program writes `null`. */
  readonly nullable?: boolean;
  /** A change cannot be made in place: the object is made anew. */
  readonly replaces?: boolean;
  /** A change can be made neither in place nor by making the object anew: why. */
  readonly immutable?: string;
  /** Encrypted in the state, never shown. LumenOne may answer it masked. */
  readonly secret?: boolean;
  /** LumenOne cannot change it once the object is made: what it answers is never drift, and counts for `.get` only. */
  readonly fixed?: boolean;
  /** A file's content never enters the state. This output holds its hash, which tells whether it has changed. */
  readonly hashAs?: string;
  /** Of a file: the output that holds its name. */
  readonly nameAs?: string;
  /** Steers this provider and is never sent. */
  readonly local?: boolean;
  /** Only counts while the object is made: a change alone is no difference. */
  readonly createOnly?: boolean;
  /** What LumenOne gives the field when nobody sets it: written back when the program drops the field. */
  readonly default?: unknown;
  /** The contract's name where it is not this one in snake case. */
  readonly wire?: string;
  /** Allowed values; anything else is an error. */
  readonly values?: readonly string[];
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
  /** Lists and objects answer with keys that the program never gave: only its own count. */
  readonly ownKeysOnly?: boolean;
  /** Brings equal values to one spelling. Must be idempotent. */
  readonly normalise?: (value: unknown) => unknown;
  /** Whether two values that are spelled differently mean the same: then the state keeps the one it has. */
  readonly alike?: (known: unknown, answered: unknown) => boolean;
}

export type Fields = Readonly<Record<string, Field<unknown, Presence, unknown>>>;

type PresenceOf<F extends Facts> = F extends { required: true }
  ? "required"
  : F extends { logicalName: true }
    ? "filled"
    : "optional";
type ValueOf<T, F extends Facts> = F extends { nullable: true } ? T | null : T;
type Given<T, F extends Facts> = Field<ValueOf<T, F>, PresenceOf<F>, never>;

function given<T, F extends Facts>(type: Field["type"], facts: F): Given<T, F> {
  const presence: Presence = facts.required ? "required" : facts.logicalName ? "filled" : "optional";
  return { ...facts, type, presence: presence as PresenceOf<F> };
}

/** A text. */
export const text = <const F extends Facts = object>(facts: F = {} as F): Given<string, F> =>
  given<string, F>("string", facts);

/** A number. */
export const number = <const F extends Facts = object>(facts: F = {} as F): Given<number, F> =>
  given<number, F>("number", facts);

/** A whole number. */
export const integer = <const F extends Facts = object>(facts: F = {} as F): Given<number, F> =>
  given<number, F>("integer", facts);

/** True or false. */
export const flag = <const F extends Facts = object>(facts: F = {} as F): Given<boolean, F> =>
  given<boolean, F>("boolean", facts);

/** One of a closed list of words. */
export const choice = <const V extends string, const F extends Facts = object>(
  values: readonly V[],
  facts: F = {} as F,
): Given<V, F> => given<V, F>("string", { ...facts, values });

/** A word of a list that LumenOne may extend: the known ones are offered by the editor, others are accepted. */
export const openChoice = <const V extends string, const F extends Facts = object>(
  _known: readonly V[],
  facts: F = {} as F,
  // `string & {}` keeps the known words in the editor's list.
): Given<V | (string & {}), F> => given<V | (string & {}), F>("string", facts);

/** An object of this type. */
export const object =
  <T extends object>() =>
  <const F extends Facts = object>(facts: F = {} as F): Given<T, F> =>
    given<T, F>("object", facts);

/** A list of items of this type. */
export const list =
  <T>() =>
  <const F extends Facts = object>(facts: F = {} as F): Given<T[], F> =>
    given<T[], F>("list", facts);

const hexSlug = /^(?:[0-9a-f]{2}){4,}$/;
const plausibleSlug = /^(?=.*[a-z])[a-z0-9]+(?:-+[a-z0-9]+)*$/;

/** The original slug that this text is the hex form of, if it is one. */
export function slugBehindHex(value: string): string | undefined {
  if (!hexSlug.test(value)) return undefined;
  const slug = Buffer.from(value, "hex").toString("utf8");
  return plausibleSlug.test(slug) ? slug : undefined;
}

/** The id of another resource, or that resource itself. */
export const reference =
  <Target>(refersTo: string) =>
  <const F extends Facts = object>(facts: F = {} as F): Field<string, PresenceOf<F>, Target> =>
    ({
      ...given<string, F>("string", facts),
      refersTo,
    }) as Field<string, PresenceOf<F>, Target>;

/** A file: a path, or an asset of Pulumi's. */
export const asset = <const F extends Facts & { hashAs: string }>(
  facts: F,
): Field<unknown, PresenceOf<F>, never> & { readonly hashAs: string } => ({
  ...given<unknown, F>("asset", facts),
  hashAs: facts.hashAs,
});

/** A text that LumenOne gives. */
export const output = (facts: Facts = {}): Field<string, "output", never> => ({
  ...facts,
  type: "string",
  presence: "output",
});

/**
 * A whole number that LumenOne gives, or null while it has none: in a preview, an output that the state leaves out counts as
 * not known yet, and whatever uses it as changed.
 */
export const integerOutput = (facts: Facts = {}): Field<number | null, "output", never> => ({
  ...facts,
  nullable: true,
  type: "integer",
  presence: "output",
});

/**
 * A time that LumenOne gives. The state holds it in one form, RFC 3339 in UTC with milliseconds, whichever form an operation
 * gives it in. What cannot be read as a time is kept as it is.
 */
export const timeOutput = (facts: Facts = {}): Field<string, "output", never> =>
  output({ ...facts, normalise: asInstant, alike: sameInstant });

/** The fields that the program may give. */
export function inputFields(fields: Fields): [name: string, field: Field][] {
  return Object.entries(fields).filter(([, field]) => field.presence !== "output");
}

/** The value of a field in an object that LumenOne answered. */
export function remoteValue(remote: Values, name: string, field: Field): unknown {
  return remote[field.wire ?? name];
}
