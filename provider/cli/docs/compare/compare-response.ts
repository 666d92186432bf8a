import { compareFields, compareSchema } from "./compare-fields";
import { type Comparison } from "./comparison";
import { findEnvelope, type FoundEnvelope } from "./find-envelope";

/** The envelope of a response, the fields inside, and what stands beside. */
export function compareResponse(comparison: Comparison): void {
  const { ours, docs } = comparison;
  const { response, entityKey } = ours;
  if (!response || response.entity.fields.length === 0) return;
  const outer = entityKey === undefined ? undefined : response.fields.find(({ name }) => name === entityKey);
  const entity = outer?.schema ?? response;
  const found = docs.response?.entityFields && findEnvelope(ours, entity, docs.response);
  compareEnvelope(comparison, found);
  const label = `response${entityKey === undefined ? "" : `.${entityKey}`}${ours.isList ? "[]" : ""}`;
  compareFields(comparison, entity, found?.entity, label, "received");
  if (outer && found) compareBeside(comparison, found);
}

function compareEnvelope(comparison: Comparison, { key, unclear }: FoundEnvelope = {}): void {
  const { at, envelope } = comparison.ours;
  const place = comparison.docs.responsePlace;
  const known = envelope.length === 0 ? "none" : envelope.join(" or ");
  if (unclear) {
    return comparison.unclear("envelope", known, unclear, "Set x-envelope to the right one.", place);
  }
  if (key === undefined) return comparison.silent("envelope", known);
  const isSame = key === "" ? envelope.length === 0 : envelope.includes(key);
  const remove = key === "" ? [...at, "x-envelope"] : undefined;
  const about = { target: at, update: { "x-envelope": [key] }, remove };
  comparison.told("envelope", known, key === "" ? "none" : key, isSame, { place, about });
}

/** A message beside the object. A missing one is silence; one of another name is another message. */
function compareBeside(comparison: Comparison, { key }: FoundEnvelope): void {
  const { ours, docs } = comparison;
  const documented = key === "" ? undefined : docs.response?.fields;
  const beside = (ours.response?.fields ?? []).filter(({ name }) => name !== ours.entityKey);
  for (const { name, wireName, schema } of beside) {
    const at = `response.${name}`;
    const other = documented?.get(wireName);
    if (!other) comparison.silent(`${at}: name`, wireName);
    else {
      comparison.told(`${at}: name`, wireName, wireName, true, { place: other.place });
      compareSchema(comparison, at, schema, other, "received");
    }
  }
  const known = [ours.entityKey, key?.split(".")[0], ...beside.map(({ wireName }) => wireName)];
  const more = [...(documented?.keys() ?? [])].filter((name) => !known.includes(name));
  comparison.onlyInDocs.push(...more.map((name) => `response.${name}`));
}
