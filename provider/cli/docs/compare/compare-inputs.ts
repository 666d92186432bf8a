import { type OurInput } from "../contract/our-operation";
import { localsOf, partFor } from "../contract/our-schema";
import { type DocsInput } from "../readers/read-operations";
import { aboutName, chooseName, compareEnum, compareFields, compareSchema } from "./compare-fields";
import { type Comparison } from "./comparison";
import { pairInputs } from "./pair-inputs";

/** Parameters and the fields of the body, and the path that they make. */
export function compareInputs(comparison: Comparison): void {
  const { ours, docs, renames } = comparison;
  const { pairs, unclear, onlyInDocs } = pairInputs(ours, docs, renames);
  comparePath(comparison, pairs);
  comparison.onlyInDocs.push(...onlyInDocs.map(label));
  for (const input of ours.inputs) {
    const at = label(input);
    const found = pairs.get(input);
    const candidates = unclear.get(input);
    if (found) compareInput(comparison, at, input, found);
    else if (candidates) comparison.unclear(`${at}: name`, input.wireName, candidates, chooseName);
    else if (input.in !== "path") comparison.silent(`${at}: name`, input.wireName);
  }
}

const label = ({ name, in: place, isField }: { name: string; in: string; isField?: boolean }) =>
  `${(isField ?? place === "body") ? "body" : "parameters"}.${name}`;

function compareInput(comparison: Comparison, at: string, ours: OurInput, found: DocsInput): void {
  const { place } = found;
  // The name of a placeholder does not matter: only its value is sent.
  if (found.in !== "path") {
    const isSame = ours.wireName === found.name || (ours.in === "header" && equalHeaders(ours.wireName, found.name));
    const about = aboutName(ours.parts, isSame ? ours.wireName : found.name);
    comparison.told(`${at}: name`, ours.wireName, found.name, isSame, { place, about });
  }
  const target = partFor(ours.parts, "x-wire-in")!.path;
  const about = { target, locals: localsOf(ours.parts), update: { "x-wire-in": found.in } };
  const isMovedFile = ours.schema.types.has("binary") && found.in !== "body";
  const problem = isMovedFile ? "A file can be sent in a body only." : undefined;
  comparison.told(`${at}: in`, ours.in, found.in, ours.in === found.in, { place, about, problem });
  compareRequired(comparison, `${at}: required`, ours, found);
  if (found.in === "body" && ours.isField) {
    const types = [comparison.ours.bodyType ?? "", ...comparison.docs.bodyTypes];
    const way = types.every((type) => type.includes("json")) ? "sent" : "sent in a form";
    compareSchema(comparison, at, ours.schema, found.schema, way);
    compareFields(comparison, ours.schema, found.schema, at, way);
    return;
  }
  compareEnum(comparison, `${at}: enum`, ours.schema, found.schema);
  if (ours.isField) return;
  compareValue(comparison, at, "default", ours, found);
  compareValue(comparison, at, "maximum", ours, found);
}

const equalHeaders = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function compareRequired(comparison: Comparison, fact: string, ours: OurInput, found: DocsInput): void {
  if (ours.in === "path" || found.in === "path") return;
  // A field that is always sent may be sent where it need not be.
  const isHarmless = ours.isField && ours.required && found.required === false;
  if (found.required === undefined || isHarmless) return comparison.silent(fact, ours.required);
  const about = ours.isField
    ? {
        target: ours.parts[0]!.path.slice(0, -2),
        locals: localsOf(comparison.ours.body?.parts ?? []),
        update: { required: [ours.name] },
      }
    : {
        target: partFor(ours.parts, "required")!.path,
        locals: localsOf(ours.parts),
        update: { required: found.required },
      };
  comparison.told(fact, ours.required, found.required, ours.required === found.required, { place: found.place, about });
}

function compareValue(
  comparison: Comparison,
  at: string,
  key: "default" | "maximum",
  { schema }: OurInput,
  found: DocsInput,
): void {
  const [known, given] = [schema[key], found.schema[key]];
  const fact = `${at}: ${key}`;
  if (given === undefined) {
    if (known !== undefined) comparison.silent(fact, known);
    return;
  }
  // A default that only the docs have changes nothing: it is the server's.
  if (known === undefined && key === "default") return;
  const part = partFor(schema.parts, key);
  const about = part && { target: part.path, locals: localsOf(schema.parts), update: { [key]: given } };
  comparison.told(fact, known ?? null, given, known === given, { place: found.schema.place, about });
}

function comparePath(comparison: Comparison, pairs: ReadonlyMap<OurInput, DocsInput>): void {
  const { ours, docs } = comparison;
  const names = new Map(
    [...pairs].flatMap(([input, { name, in: place }]) => (place === "path" ? [[name, input.name]] : [])),
  );
  const unknown: string[] = [];
  const path = docs.path.replace(/\{([^{}]*)\}/g, (whole, placeholder: string) => {
    const name = names.get(placeholder);
    if (name === undefined) unknown.push(whole);
    return name === undefined ? whole : `{${name}}`;
  });
  const missing = ours.inputs.filter((input) => input.in === "path" && !pairs.has(input)).map(({ name }) => name);
  const problem =
    unknown.length > 0
      ? `The contract has no value for ${unknown.join(" and ")}.`
      : missing.length > 0
        ? `The docs have no place for ${missing.join(" and ")}.`
        : path.startsWith("/api/")
          ? "It is not below /api/v1."
          : undefined;
  const about = { target: ours.at, update: { "x-wire-path": path }, marks: ours.at };
  comparison.told("path", ours.path, path, path === ours.path, { place: docs.place, about, problem });
}
