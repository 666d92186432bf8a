import { type OurInput, type OurOperation } from "../contract/our-operation";
import { localsOf, partFor } from "../contract/our-schema";
import { type DocsInput, type DocsOperation } from "../readers/docs-operation";
import { compareFields, type Compared, enumFact, schemaFacts, silent, unclear } from "./compare-fields";
import { type Fact } from "./fact";
import { type Renames } from "./renames";
import { pairInputs } from "./pair-inputs";

/** Parameters and the fields of the body, and the path that they make. */
export function compareInputs(ours: OurOperation, docs: DocsOperation, renames: Renames): Compared {
  const { pairs, unclear: notClear, onlyInDocs } = pairInputs(ours, docs, renames);
  const compared: Compared = { facts: [pathFact(ours, docs, pairs)], onlyInDocs: onlyInDocs.map(label) };
  for (const input of ours.inputs) {
    const at = label(input);
    const found = pairs.get(input);
    const candidates = notClear.get(input);
    if (found) {
      const { facts, onlyInDocs: more } = compareInput(at, { ours, docs, renames }, input, found);
      compared.facts.push(...facts);
      compared.onlyInDocs.push(...more);
    } else if (candidates) compared.facts.push(unclear(`${at}: name`, input.wireName, candidates));
    else if (input.in !== "path") compared.facts.push(silent(`${at}: name`, input.wireName));
  }
  return compared;
}

const label = ({ name, in: place, isField }: { name: string; in: string; isField?: boolean }) =>
  `${(isField ?? place === "body") ? "body" : "parameters"}.${name}`;

/** The operation of an input, here and in the docs. */
interface Around {
  readonly ours: OurOperation;
  readonly docs: DocsOperation;
  readonly renames: Renames;
}

function compareInput(at: string, around: Around, ours: OurInput, found: DocsInput): Compared {
  const facts: Fact[] = [];
  const { place } = found;
  const locals = localsOf(ours.parts);
  const target = (key: string) => partFor(ours.parts, key)!.path;
  // The name of a placeholder does not matter: only its value is sent.
  if (found.in !== "path") {
    const isSame = ours.wireName === found.name || (ours.in === "header" && equalHeaders(ours.wireName, found.name));
    const about = {
      target: target("x-wire-name"),
      locals,
      update: { "x-wire-name": found.name },
      marks: ours.parts[0]!.path,
    };
    facts.push({
      fact: `${at}: name`,
      ours: ours.wireName,
      docs: found.name,
      verdict: isSame ? "same" : "differs",
      place,
      about: isSame ? { ...about, update: { "x-wire-name": ours.wireName } } : about,
    });
  }
  const isFile = ours.schema.types.has("binary");
  facts.push({
    fact: `${at}: in`,
    ours: ours.in,
    docs: found.in,
    verdict: ours.in === found.in ? "same" : "differs",
    place,
    about: { target: target("x-wire-in"), locals, update: { "x-wire-in": found.in } },
    ...(isFile && found.in !== "body" ? { problem: "A file can be sent in a body only." } : {}),
  });
  facts.push(...requiredFact(at, around.ours, ours, found));
  if (found.in === "body" && ours.isField) {
    // Everything is text in a form, also what is an object in the text.
    const isForm = [around.ours.bodyType ?? "", ...around.docs.bodyTypes].some((type) => !/json/.test(type));
    const inner = compareFields(ours.schema, found.schema, at, "sent", around.renames);
    const more = [...schemaFacts(at, ours.schema, found.schema, "sent"), ...inner.facts];
    const kept = isForm ? more.filter(({ fact }) => !fact.endsWith(": type")) : more;
    return { facts: [...facts, ...kept], onlyInDocs: inner.onlyInDocs };
  }
  facts.push(...enumFact(at, ours.schema, found.schema));
  if (!ours.isField) facts.push(...valueFact(at, "default", ours, found), ...valueFact(at, "maximum", ours, found));
  return { facts, onlyInDocs: [] };
}

const equalHeaders = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function requiredFact(at: string, operation: OurOperation, ours: OurInput, found: DocsInput): Fact[] {
  if (ours.in === "path" || found.in === "path") return [];
  const fact = `${at}: required`;
  // A field that is always sent may be sent where it need not be.
  const isHarmless = ours.isField && ours.required && found.required === false;
  if (found.required === undefined || isHarmless) return [silent(fact, ours.required)];
  const verdict = ours.required === found.required ? "same" : "differs";
  const about = ours.isField
    ? {
        target: ours.parts[0]!.path.slice(0, -2),
        locals: operation.body ? localsOf(operation.body.parts) : [],
        update: { required: [ours.name] },
      }
    : {
        target: partFor(ours.parts, "required")!.path,
        locals: localsOf(ours.parts),
        update: { required: found.required },
      };
  return [{ fact, ours: ours.required, docs: found.required, verdict, place: found.place, about }];
}

function valueFact(at: string, key: "default" | "maximum", ours: OurInput, found: DocsInput): Fact[] {
  const [known, given] = [ours.schema[key], found.schema[key]];
  const fact = `${at}: ${key}`;
  if (given === undefined) return known === undefined ? [] : [silent(fact, known)];
  // A default that only the docs have changes nothing: it is the server's.
  if (known === undefined && key === "default") return [];
  const part = partFor(ours.schema.parts, key);
  return [
    {
      fact,
      ours: known ?? null,
      docs: given,
      verdict: known === given ? "same" : "differs",
      place: found.schema.place,
      ...(part ? { about: { target: part.path, locals: localsOf(ours.schema.parts), update: { [key]: given } } } : {}),
    },
  ];
}

function pathFact(ours: OurOperation, docs: DocsOperation, pairs: ReadonlyMap<OurInput, DocsInput>): Fact {
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
        : /^\/api\//.test(path)
          ? "It is not below /api/v1."
          : undefined;
  return {
    fact: "path",
    ours: ours.path,
    docs: path,
    verdict: path === ours.path ? "same" : "differs",
    place: docs.place,
    about: { target: ours.at, locals: [], update: { "x-wire-path": path }, marks: ours.at },
    ...(problem !== undefined && path !== ours.path ? { problem } : {}),
  };
}
