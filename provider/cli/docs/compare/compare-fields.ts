import { localsOf, type OurField, type OurSchema, partFor } from "../contract/our-schema";
import { type DocsSchema } from "../readers/docs-schema";
import { areAllowed, type JsonType, shareType } from "../json-type";
import { type About, type Fact } from "./fact";
import { docsNamed, ourNamed } from "./named";
import { type Renames } from "./renames";
import { pairNames } from "./pair-names";

/** Facts, and what the docs alone have. */
export interface Compared {
  readonly facts: Fact[];
  readonly onlyInDocs: string[];
}

/** Objects inside of objects, as far as they are compared. */
const deepest = 12;

/**
 * Compares the fields of an object, or of the objects of a list.
 * @param label of the object: `response.organizations[]`
 * @param way whether the object is sent or received
 */
export function compareFields(
  ours: OurSchema,
  docs: DocsSchema | undefined,
  label: string,
  way: "sent" | "received",
  renames: Renames,
  depth = 0,
): Compared {
  const compared: Compared = { facts: [], onlyInDocs: [] };
  const entity = ours.entity.fields;
  if (entity.length === 0 || depth > deepest) return compared;
  const documented = docs?.entityFields;
  if (!documented) {
    compared.facts.push(...entity.map((field) => silent(`${label}.${field.name}: name`, field.wireName)));
    return compared;
  }
  const named = entity.map((field) => ({ ...ourNamed(field.wireName, field, renames), field }));
  const pairs = pairNames(
    named,
    [...documented].map(([name, schema]) => docsNamed(name, schema)),
  );
  const used = new Set<string>();
  for (const one of named) {
    const { field } = one;
    const at = `${label}.${field.name}`;
    const pair = pairs.get(one);
    if (!pair) compared.facts.push(silent(`${at}: name`, field.wireName));
    else if ("unclear" in pair) compared.facts.push(unclear(`${at}: name`, field.wireName, pair.unclear, documented));
    else {
      const found = documented.get(pair.named.name)!;
      used.add(pair.named.name);
      compared.facts.push(nameFact(at, field, pair.named.name, found), ...schemaFacts(at, field.schema, found, way));
      const inner = compareFields(field.schema, found, at, way, renames, depth + 1);
      compared.facts.push(...inner.facts);
      compared.onlyInDocs.push(...inner.onlyInDocs);
    }
  }
  const mentioned = new Set([...pairs.values()].flatMap((pair) => ("unclear" in pair ? pair.unclear : [])));
  for (const name of documented.keys()) {
    if (!used.has(name) && !mentioned.has(name)) compared.onlyInDocs.push(`${label}.${name}`);
  }
  return compared;
}

/** A fact that the docs do not mention. */
export const silent = (fact: string, ours: unknown): Fact => ({ fact, ours, docs: null, verdict: "not told" });

/** A name for which the docs have several candidates, and do not show the right one. */
export function unclear(
  fact: string,
  ours: unknown,
  names: readonly string[],
  documented?: ReadonlyMap<string, DocsSchema>,
): Fact {
  const place = documented?.get(names[0] ?? "")?.place;
  return {
    fact,
    ours,
    docs: `unclear: ${names.join(" or ")}`,
    verdict: "differs",
    ...(place ? { place } : {}),
    problem: "The docs do not show which one it is. Set x-wire-name of the right one.",
  };
}

function nameFact(at: string, { wireName, parts }: OurField, name: string, found: DocsSchema): Fact {
  const about: About = {
    target: partFor(parts, "x-wire-name")!.path,
    locals: localsOf(parts),
    update: { "x-wire-name": name },
    marks: parts[0]!.path,
  };
  const verdict = name === wireName ? "same" : "differs";
  return { fact: `${at}: name`, ours: wireName, docs: name, verdict, place: found.place, about };
}

/** Type and values. */
export function schemaFacts(at: string, ours: OurSchema, docs: DocsSchema, way: "sent" | "received"): Fact[] {
  return [typeFact(at, ours, docs, way), ...enumFact(at, ours, docs)];
}

function typeFact(at: string, ours: OurSchema, docs: DocsSchema, way: "sent" | "received"): Fact {
  const fact = `${at}: type`;
  const [allowed, documented] = [ours.types, docs.types];
  if (documented.size === 0 || allowed.size === 0) return silent(fact, words(allowed));
  const fits = way === "sent" ? shareType(documented, allowed) : areAllowed(documented, allowed);
  return {
    fact,
    ours: words(allowed),
    docs: words(documented),
    verdict: fits ? "same" : "differs",
    place: docs.place,
    ...(fits ? {} : { problem: "No overlay can change a type: it needs another release of this package." }),
  };
}

/** Values that only the contract has are not a difference: docs list few of them. */
export function enumFact(at: string, ours: OurSchema, docs: DocsSchema): Fact[] {
  const known = ours.enum;
  if (!known) return [];
  const fact = `${at}: enum`;
  const documented = docs.enum;
  if (!documented) return [silent(fact, known)];
  const more = documented.filter((value) => !known.includes(value));
  const part = partFor(ours.parts, ours.enumKey);
  const about: About | undefined = part && {
    target: part.path,
    locals: [],
    update: { [ours.enumKey]: more },
  };
  return [
    {
      fact,
      ours: known,
      docs: documented,
      verdict: more.length === 0 ? "same" : "differs",
      place: docs.place,
      ...(about ? { about } : {}),
    },
  ];
}

const words = (types: ReadonlySet<JsonType>) => [...types].join(" or ");
