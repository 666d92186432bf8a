import { type OurField, partFor } from "../contract/our-schema";
import { jsonPath } from "../json-path";
import { type DocsInput } from "../readers/read-operations";
import { areAllowed, type JsonType, shareType } from "../json-type";

/** Names under which operations show a field or a parameter, by where the contract has it. */
export type Renames = ReadonlyMap<string, ReadonlySet<string>>;

type Types = ReadonlySet<JsonType>;

/** Ours or one of the docs, and what may show that both are the same under different names. */
interface Named<T> {
  readonly of: T;
  readonly name: string;
  readonly types: Types;
  readonly format: string | undefined;
  readonly enum: readonly unknown[] | undefined;
  /** Names of the fields inside. */
  readonly inside: readonly string[];
  /** Names that other operations show it under. */
  readonly elsewhere?: ReadonlySet<string>;
}

type Ours = Pick<OurField, "wireName" | "schema" | "parts">;
type Docs = Pick<DocsInput, "name" | "schema">;

function namedOurs<T extends Ours>(of: T, renames: Renames): Named<T> {
  const { wireName: name, schema, parts } = of;
  const { types, format, enum: values } = schema;
  const inside = schema.entity.fields.map(({ wireName }) => wireName);
  const elsewhere = renames.get(jsonPath(partFor(parts, "x-wire-name")?.path ?? []));
  return { of, name, types, format, enum: values, inside, elsewhere };
}

function namedDocs<T extends Docs>(of: T): Named<T> {
  const { types, format, enum: values, entityFields } = of.schema;
  return { of, name: of.name, types, format, enum: values, inside: [...(entityFields?.keys() ?? [])] };
}

/** The counterpart in the docs, or names of several candidates where it is unclear. */
type Pair<T> = { readonly found: T } | { readonly unclear: readonly string[] };

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
export function pairNames<O extends Ours, D extends Docs>(
  ours: readonly O[],
  docs: readonly D[],
  renames: Renames,
): ReadonlyMap<O, Pair<D>> {
  const pairs = new Map<O, Pair<D>>();
  const left = { ours: ours.map((each) => namedOurs(each, renames)), docs: docs.map(namedDocs) };
  const pairBy = (isSame: (one: Named<O>, other: Named<D>) => boolean) => {
    let found: boolean;
    do {
      found = false;
      for (const one of [...left.ours]) {
        const [other, ...more] = left.docs.filter((each) => isSame(one, each));
        if (!other || more.length > 0) continue;
        if (left.ours.filter((each) => isSame(each, other)).length > 1) continue;
        pairs.set(one.of, { found: other.of });
        left.ours.splice(left.ours.indexOf(one), 1);
        left.docs.splice(left.docs.indexOf(other), 1);
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
    if (candidates.length >= rivals.length) pairs.set(one.of, { unclear: candidates.map(({ name }) => name) });
  }
  return pairs;
}

const areEqual = (some: Types, others: Types) => areAllowed(some, others) && areAllowed(others, some);

const mayBe = (one: Named<Ours>, other: Named<Docs>) => other.types.size === 0 || shareType(one.types, other.types);

/** Formats of the contract that other documents do not have. */
const ownFormats = new Set(["slug", "hex-slug"]);

function isAlike(one: Named<Ours>, other: Named<Docs>): boolean {
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
