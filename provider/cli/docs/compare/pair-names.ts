import { areAllowed, type JsonType, shareType } from "../json-type";

/** Something with a name, and what may show that it is the same under another one. */
export interface Named {
  readonly name: string;
  readonly types: ReadonlySet<JsonType>;
  readonly format: string | undefined;
  readonly enum: readonly unknown[] | undefined;
  /** Names of the fields inside. */
  readonly inside: readonly string[];
  /** Names that other operations show it under. */
  readonly elsewhere?: ReadonlySet<string> | undefined;
}

/** The name in the docs for each of ours; several candidates where it is unclear. */
export type Pairing<T> = ReadonlyMap<T, { readonly named: Named } | { readonly unclear: readonly string[] }>;

/** Names as they differ by spelling only: `X-Account-Id`, `account_id` and `accountId`. */
export const spelling = (name: string) =>
  name
    .toLowerCase()
    .replace(/^x-/, "")
    .replace(/[^a-z0-9]/g, "");

/**
 * Pairs our names with those of the docs: by name, by the name that other operations show, by spelling, and a missing name
 * with the only new one that fits. Nothing is guessed: several that fit are unclear, and fewer new names than missing ones
 * are silence.
 */
export function pairNames<T extends Named>(ours: readonly T[], docs: readonly Named[]): Pairing<T> {
  const pairs = new Map<T, { named: Named } | { unclear: string[] }>();
  const left = { ours: [...ours], docs: [...docs] };
  const pair = (one: T, named: Named) => {
    pairs.set(one, { named });
    left.ours.splice(left.ours.indexOf(one), 1);
    left.docs.splice(left.docs.indexOf(named), 1);
  };
  const pairBy = (isSame: (one: Named, other: Named) => boolean) => {
    let found: boolean;
    do {
      found = false;
      for (const one of [...left.ours]) {
        const [other, ...more] = left.docs.filter((each) => isSame(one, each));
        if (!other || more.length > 0) continue;
        if (left.ours.filter((each) => isSame(each, other)).length > 1) continue;
        pair(one, other);
        found = true;
      }
    } while (found);
  };
  pairBy((one, other) => one.name === other.name);
  pairBy((one, other) => one.elsewhere?.has(other.name) === true);
  pairBy((one, other) => spelling(one.name) === spelling(other.name) && shareType(one.types, other.types));
  pairBy((one, other) => isAlike(one, other) && areEqual(one.types, other.types));
  pairBy(isAlike);
  pairBy((one, other) => shareType(one.types, other.types));
  for (const one of left.ours) {
    const candidates = left.docs.filter((other) => mayBe(one, other));
    if (candidates.length === 0) continue;
    const rivals = left.ours.filter((each) => candidates.some((other) => mayBe(each, other)));
    if (candidates.length >= rivals.length) pairs.set(one, { unclear: candidates.map(({ name }) => name) });
  }
  return pairs;
}

const areEqual = (some: Named["types"], others: Named["types"]) => areAllowed(some, others) && areAllowed(others, some);

const mayBe = (one: Named, other: Named) => other.types.size === 0 || shareType(one.types, other.types);

/** Formats of the contract that other documents do not have. */
const ownFormats = new Set(["slug", "hex-slug"]);

function isAlike(one: Named, other: Named): boolean {
  if (!shareType(one.types, other.types)) return false;
  const format = one.format !== undefined && ownFormats.has(one.format) ? undefined : one.format;
  if (format !== other.format) return false;
  if ((one.enum === undefined) !== (other.enum === undefined)) return false;
  if (one.enum && !one.enum.some((value) => other.enum?.includes(value))) return false;
  const common = one.inside.filter((name) => other.inside.includes(name)).length;
  return one.inside.length === 0 || other.inside.length === 0
    ? one.inside.length === other.inside.length
    : common * 2 >= Math.min(one.inside.length, other.inside.length);
}
