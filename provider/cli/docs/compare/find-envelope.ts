import { type OurOperation } from "../contract/our-operation";
import { type OurSchema } from "../contract/our-schema";
import { type DocsSchema } from "../readers/docs-schema";

/** Where the docs have the object or the list of a response. */
export interface FoundEnvelope {
  /** A key, or keys with dots; empty for none. Undefined where the docs do not say, or not clearly. */
  readonly key?: string;
  readonly entity?: DocsSchema;
  /** Keys that it may be. */
  readonly unclear?: readonly string[];
}

/** Finds the envelope by its key, or else by the fields inside. */
export function findEnvelope(ours: OurOperation, entity: OurSchema, docs: DocsSchema): FoundEnvelope {
  const names = new Set(entity.entity.fields.map(({ wireName }) => wireName));
  const common = (schema: DocsSchema) =>
    [...(schema.entityFields?.keys() ?? [])].filter((name) => names.has(name)).length;
  const isList = docs.fields === undefined && docs.items !== undefined;
  // A single object may come in a list of one: that is not an envelope.
  const whole = isList && !ours.isList ? docs.items : docs;
  for (const key of ours.envelope) {
    const found = key
      .split(".")
      .reduce<DocsSchema | undefined>((schema, part) => (schema?.fields ?? schema?.items?.fields)?.get(part), whole);
    if (found) return { key, entity: found };
  }
  if (isList && ours.isList) return { key: "", entity: docs };
  if (!whole.fields) return {};
  const candidates: [key: string, entity: DocsSchema][] = [["", whole]];
  for (const [key, schema] of whole.fields) {
    candidates.push([key, schema]);
    for (const [inner, schemaInside] of schema.fields ?? []) candidates.push([`${key}.${inner}`, schemaInside]);
  }
  const fitting = candidates
    .filter(([key, entity]) => fits(ours, key, entity))
    .map(([key, entity]) => ({ key, entity, score: common(entity) }));
  const most = Math.max(0, ...fitting.map(({ score }) => score));
  if (most > 0) {
    const best = fitting.filter(({ score }) => score === most);
    // An object that holds others of its kind is the outer one.
    const [first] = best.filter(({ key }) =>
      best.every((other) => key === "" || `${other.key}.`.startsWith(`${key}.`)),
    );
    return first ?? { unclear: best.map(({ key }) => key) };
  }
  if (ours.envelope.length === 0) return { key: "", entity: whole };
  const top = fitting.filter(({ key }) => key !== "" && !key.includes("."));
  if (top.length === 1) return top[0]!;
  // The only list there is, however deep, is the list.
  if (ours.isList && fitting.length === 1) return fitting[0]!;
  return top.length > 1 ? { unclear: top.map(({ key }) => key) } : {};
}

function fits({ isList }: OurOperation, key: string, schema: DocsSchema): boolean {
  const isArray = schema.types.has("array") || (schema.types.size === 0 && schema.items !== undefined);
  if (isList) return isArray;
  return key === "" || schema.types.has("object") || (isArray && schema.items?.fields !== undefined);
}
