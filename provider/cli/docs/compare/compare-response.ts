import { type OurOperation } from "../contract/our-operation";
import { type OurSchema } from "../contract/our-schema";
import { type DocsOperation } from "../readers/docs-operation";
import { compareFields, type Compared, schemaFacts, silent } from "./compare-fields";
import { type Fact } from "./fact";
import { type Renames } from "./renames";
import { findEnvelope, type FoundEnvelope } from "./find-envelope";

/** The envelope of a response, the fields inside, and what stands beside. */
export function compareResponse(ours: OurOperation, docs: DocsOperation, renames: Renames): Compared {
  const { response, entityKey } = ours;
  if (!response || response.entity.fields.length === 0) return { facts: [], onlyInDocs: [] };
  const fields = response.fields;
  const outer = entityKey === undefined ? undefined : fields.find(({ name }) => name === entityKey);
  const entity = outer?.schema ?? response;
  const label = entityLabel(ours);
  if (docs.response?.entityFields === undefined) {
    const { facts } = compareFields(entity, undefined, label, "received", renames);
    return { facts: [silent("envelope", words(ours.envelope)), ...facts], onlyInDocs: [] };
  }
  const found = findEnvelope(ours, entity, docs.response);
  const inside = compareFields(entity, found.entity, label, "received", renames);
  const beside = outer ? compareBeside(response, entityKey!, docs, found) : { facts: [], onlyInDocs: [] };
  return {
    facts: [envelopeFact(ours, docs, found), ...inside.facts, ...beside.facts],
    onlyInDocs: [...inside.onlyInDocs, ...beside.onlyInDocs],
  };
}

const words = (envelope: readonly string[]) => (envelope.length === 0 ? "none" : envelope.join(" or "));

const entityLabel = ({ entityKey, isList }: OurOperation) =>
  `response${entityKey === undefined ? "" : `.${entityKey}`}${isList ? "[]" : ""}`;

function envelopeFact(ours: OurOperation, docs: DocsOperation, { key, unclear }: FoundEnvelope): Fact {
  const known = words(ours.envelope);
  if (unclear) {
    return {
      fact: "envelope",
      ours: known,
      docs: `unclear: ${unclear.join(" or ")}`,
      verdict: "differs",
      place: docs.responsePlace,
      problem: "The docs do not show which one it is. Set x-envelope to the right one.",
    };
  }
  if (key === undefined) return silent("envelope", known);
  const isSame = key === "" ? ours.envelope.length === 0 : ours.envelope.includes(key);
  return {
    fact: "envelope",
    ours: known,
    docs: key === "" ? "none" : key,
    verdict: isSame ? "same" : "differs",
    place: docs.responsePlace,
    about: {
      target: ours.at,
      locals: [],
      update: { "x-envelope": [key] },
      ...(key === "" ? { remove: [...ours.at, "x-envelope"] } : {}),
    },
  };
}

/** A message beside the object. A missing one is silence; one of another name is another message. */
function compareBeside(response: OurSchema, entityKey: string, docs: DocsOperation, found: FoundEnvelope): Compared {
  const compared: Compared = { facts: [], onlyInDocs: [] };
  const documented = found.key === "" ? undefined : docs.response?.fields;
  const known = new Set([entityKey]);
  for (const { name, wireName, schema } of response.fields) {
    if (name === entityKey) continue;
    known.add(wireName);
    const other = documented?.get(wireName);
    if (!other) compared.facts.push(silent(`response.${name}: name`, wireName));
    else {
      const fact = { fact: `response.${name}: name`, ours: wireName, docs: wireName, place: other.place };
      compared.facts.push({ ...fact, verdict: "same" }, ...schemaFacts(`response.${name}`, schema, other, "received"));
    }
  }
  const [outermost] = (found.key ?? "").split(".");
  for (const name of documented?.keys() ?? []) {
    if (!known.has(name) && name !== outermost) compared.onlyInDocs.push(`response.${name}`);
  }
  return compared;
}
