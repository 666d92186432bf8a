import { localsOf, type OurSchema, partFor, type SchemaPart } from "../contract/our-schema";
import { type DocsSchema } from "../readers/docs-schema";
import { areAllowed, type JsonType, shareType } from "../json-type";
import { type Comparison } from "./comparison";
import { type About } from "./fact";
import { pairNames } from "./pair-names";

/** Objects inside of objects, as far as they are compared. */
const deepest = 12;

/** How a value travels. In a form everything is text, also what is an object in the text. */
export type Way = "sent" | "sent in a form" | "received";

/**
 * Compares the fields of an object, or of the objects of a list.
 * @param label of the object: `response.organizations[]`
 */
export function compareFields(
  comparison: Comparison,
  ours: OurSchema,
  docs: DocsSchema | undefined,
  label: string,
  way: Way,
  depth = 0,
): void {
  const { fields } = ours.entity;
  if (fields.length === 0 || depth > deepest) return;
  const documented = docs?.entityFields;
  if (!documented) {
    for (const { name, wireName } of fields) comparison.silent(`${label}.${name}: name`, wireName);
    return;
  }
  const theirs = [...documented].map(([name, schema]) => ({ name, schema }));
  const pairs = pairNames(fields, theirs, comparison.renames);
  for (const field of fields) {
    const { name, wireName, schema, parts } = field;
    const at = `${label}.${name}`;
    const pair = pairs.get(field);
    if (!pair) comparison.silent(`${at}: name`, wireName);
    else if ("unclear" in pair) {
      const place = documented.get(pair.unclear[0]!)?.place;
      comparison.unclear(`${at}: name`, wireName, pair.unclear, chooseName, place);
    } else {
      const { found } = pair;
      const about = aboutName(parts, found.name);
      const { place } = found.schema;
      comparison.told(`${at}: name`, wireName, found.name, found.name === wireName, { place, about });
      compareSchema(comparison, at, schema, found.schema, way);
      compareFields(comparison, schema, found.schema, at, way, depth + 1);
    }
  }
  const mentioned = new Set(
    [...pairs.values()].flatMap((pair) => ("unclear" in pair ? pair.unclear : pair.found.name)),
  );
  const more = theirs.filter(({ name }) => !mentioned.has(name));
  comparison.onlyInDocs.push(...more.map(({ name }) => `${label}.${name}`));
}

export const chooseName = "Set x-wire-name of the right one.";

/** How an overlay changes the name of a field or a parameter. */
export const aboutName = (parts: readonly SchemaPart[], name: string): About => ({
  target: partFor(parts, "x-wire-name")!.path,
  locals: localsOf(parts),
  update: { "x-wire-name": name },
  marks: parts[0]!.path,
});

/** Type and values. */
export function compareSchema(comparison: Comparison, at: string, ours: OurSchema, docs: DocsSchema, way: Way): void {
  if (way !== "sent in a form") compareType(comparison, `${at}: type`, ours, docs, way);
  compareEnum(comparison, `${at}: enum`, ours, docs);
}

function compareType(comparison: Comparison, fact: string, ours: OurSchema, docs: DocsSchema, way: Way): void {
  const [allowed, documented] = [ours.types, docs.types];
  if (documented.size === 0 || allowed.size === 0) return comparison.silent(fact, words(allowed));
  const fits = way === "received" ? areAllowed(documented, allowed) : shareType(documented, allowed);
  const problem = "No overlay can change a type: it needs another release of this package.";
  comparison.told(fact, words(allowed), words(documented), fits, { place: docs.place, problem });
}

const words = (types: ReadonlySet<JsonType>) => [...types].join(" or ");

/** Values that only the contract has are not a difference: docs list few of them. */
export function compareEnum(comparison: Comparison, fact: string, ours: OurSchema, docs: DocsSchema): void {
  const [known, documented] = [ours.enum, docs.enum];
  if (!known) return;
  if (!documented) return comparison.silent(fact, known);
  const more = documented.filter((value) => !known.includes(value));
  const { enumKey } = ours;
  const about = { target: partFor(ours.parts, enumKey)!.path, update: { [enumKey]: more } };
  comparison.told(fact, known, documented, more.length === 0, { place: docs.place, about });
}
