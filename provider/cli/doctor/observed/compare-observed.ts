import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { findEnvelope } from "../../docs/compare/find-envelope";
import { type About, type Fact } from "../../docs/compare/fact";
import { type OurOperation } from "../../docs/contract/our-operation";
import { localsOf, type OurField, type OurSchema, partFor } from "../../docs/contract/our-schema";
import { type JsonType, shareType, typeOfValue } from "../../docs/json-type";
import { DocsSchema } from "../../docs/readers/docs-schema";

/** How a correction says that a host has shown it. */
export const observedMark = { "x-provenance": "observed" } as const;

/** Objects inside of objects, as far as they are compared. */
const deepest = 12;

/**
 * The facts that a response shows about the envelope and the names of fields.
 * @param body with the names of the wire
 * @param isName whether a key may be the name of a field, and not one of the tenant's own
 */
export function compareObserved(ours: OurOperation, body: unknown, isName: (key: string) => boolean): Fact[] {
  const { response, entityKey } = ours;
  if (!response || response.entity.fields.length === 0) return [];
  const outer = entityKey === undefined ? undefined : response.fields.find(({ name }) => name === entityKey);
  const entity = outer?.schema ?? response;
  const source = { name: "", root: {}, place: () => "" };
  const { key } = findEnvelope(ours, entity, DocsSchema.ofExample(source, body, []));
  if (key === undefined || !key.split(".").every((step) => step === "" || isName(step))) return [];
  const inner = key.split(".").reduce(inside, body);
  return [
    ...(outer ? [envelopeFact(ours, key)] : []),
    ...fieldFacts(entity, [inner], `response.${entityKey ?? ""}`, isName),
  ];
}

/** A single object may come in a list of one. */
function inside(value: unknown, key: string): unknown {
  if (key === "") return value;
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isObject(one) ? one[key] : undefined;
}

function envelopeFact({ at, envelope }: OurOperation, key: string): Fact {
  const isSame = key === "" ? envelope.length === 0 : envelope.includes(key);
  const remove = key === "" ? { remove: [...at, "x-envelope"] } : {};
  const about = { target: at, locals: [], update: { "x-envelope": [key] }, ...remove };
  return observedFact("envelope", envelope.join(" or "), key, about, isSame);
}

/** What a host has shown of a fact of the contract. */
export function observedFact(fact: string, ours: string, shown: string, about: About, isSame = ours === shown): Fact {
  return { fact, ours, docs: shown, verdict: isSame ? "same" : "differs", about };
}

/** The only unknown name beside the only missing field is the new name of that field. */
function fieldFacts(
  ours: OurSchema,
  values: readonly unknown[],
  label: string,
  isName: (key: string) => boolean,
  depth = 0,
): Fact[] {
  const { fields } = ours.entity;
  const objects = values.flatMap((value) => objectsIn(ours, value));
  if (fields.length === 0 || objects.length === 0 || depth > deepest) return [];
  const shown = new Set(objects.flatMap((object) => Object.keys(object)));
  const renamed = renameIn(fields, shown, objects, depth === 0);
  return fields.flatMap((field) => {
    const name = shown.has(field.wireName) ? field.wireName : field === renamed?.field ? renamed.name : undefined;
    if (name === undefined || !isName(name)) return [];
    const at = `${label}.${field.name}`;
    const held = objects.map((object) => object[name]);
    return [nameFact(at, field, name), ...fieldFacts(field.schema, held, at, isName, depth + 1)];
  });
}

function renameIn(fields: readonly OurField[], shown: ReadonlySet<string>, objects: readonly Values[], isTop: boolean) {
  const known = new Set(fields.map(({ wireName }) => wireName));
  const [name, ...more] = [...shown].filter((each) => !known.has(each));
  if (name === undefined || more.length > 0) return undefined;
  const absent = fields.filter(({ wireName }) => !shown.has(wireName));
  // A field that a program sets has to be returned; one that LumenOne adds by itself may be missing.
  const expected = absent.filter((field) => field.required || (isTop && !isReadOnly(field)));
  const [field, ...others] = expected.length > 0 ? expected : absent;
  if (!field || others.length > 0) return undefined;
  const types = new Set<JsonType>(objects.map((object) => typeOfValue(object[name])));
  types.delete("null");
  return types.size === 0 || field.schema.types.size === 0 || shareType(types, field.schema.types)
    ? { field, name }
    : undefined;
}

const isReadOnly = ({ parts }: OurField) => parts.some(({ value }) => value["readOnly"] === true);

/** The object, the objects of a list, or those that a map holds. */
function objectsIn(ours: OurSchema, value: unknown): Values[] {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  return ours.fields.length > 0 ? [value] : Object.values(value).filter(isObject);
}

function nameFact(at: string, { wireName, parts }: OurField, name: string): Fact {
  const target = partFor(parts, "x-wire-name")!.path;
  const update = { "x-wire-name": name, ...observedMark };
  return observedFact(`${at}: name`, wireName, name, { target, locals: localsOf(parts), update });
}
