import { type OurOperation } from "../contract/our-operation";
import { compareInputs } from "./compare-inputs";
import { compareResponse } from "./compare-response";
import { type Comparison } from "./comparison";

/** Compares every fact of an operation with the docs. */
export function compareOperation(comparison: Comparison): void {
  compareMethod(comparison);
  compareBodyType(comparison);
  compareStatuses(comparison);
  compareInputs(comparison);
  compareResponse(comparison);
}

const canBeSent = /^(?:get|post|put|patch|delete)$/;

function compareMethod(comparison: Comparison): void {
  const { ours, docs } = comparison;
  const about = { target: ours.at, update: { "x-wire-method": docs.method } };
  const problem = canBeSent.test(docs.method) ? undefined : "This package does not send that method.";
  const [known, documented] = [ours.method.toUpperCase(), docs.method.toUpperCase()];
  comparison.told("method", known, documented, known === documented, { place: docs.place, about, problem });
}

function compareBodyType(comparison: Comparison): void {
  const { ours, docs } = comparison;
  const { body, bodyType: known, bodyTypes } = ours;
  if (!body || known === undefined) return;
  const [first] = docs.bodyTypes;
  if (first === undefined || docs.bodyTypes.includes("*/*")) return comparison.silent("body: type", known);
  const type = docs.bodyTypes.find((each) => cannotSend(ours, each) === undefined) ?? first;
  const target = [...ours.at, "requestBody", "content"];
  // Once the type that an overlay added is removed, the released one is sent again.
  const remove = bodyTypes.includes(type) ? [...target, known] : undefined;
  comparison.told("body: type", known, docs.bodyTypes.join(" or "), docs.bodyTypes.includes(known), {
    place: docs.bodyPlace,
    about: { target, update: { [type]: {} }, remove },
    problem: cannotSend(ours, type),
  });
}

function cannotSend({ body }: OurOperation, type: string): string | undefined {
  if (type === "multipart/form-data") return undefined;
  if (body?.fields.some(({ schema }) => schema.types.has("binary")))
    return "A file can be sent in multipart/form-data only.";
  return /^application\/(?:json|[\w.-]+\+json|x-www-form-urlencoded)$/.test(type)
    ? undefined
    : `This package does not send ${type}.`;
}

function compareStatuses(comparison: Comparison): void {
  const { ours, docs } = comparison;
  const isGood = (status: string) => status.startsWith("2");
  const [known, documented] = [ours.statuses.filter(isGood), docs.statuses.filter(isGood).sort()];
  const place = docs.responsePlace;
  const [first] = documented;
  if (first === undefined) comparison.silent("status: success", known);
  else {
    const isEmpty = first === "204" || first === "205";
    const isSame = documented.some((status) => known.includes(status));
    comparison.told("status: success", known, documented, isSame, {
      place,
      about: { target: [...ours.at, "responses"], update: { [first]: { description: "Success" } } },
      problem:
        isEmpty && ours.entityKey !== undefined
          ? `This package needs the object that a ${first} does not return.`
          : undefined,
    });
  }
  for (const status of ours.statuses.filter((each) => !isGood(each))) {
    if (docs.statuses.includes(status)) comparison.told(`status: ${status}`, status, status, true, { place });
    else comparison.silent(`status: ${status}`, status);
  }
  const more = docs.statuses.filter((status) => !isGood(status) && !ours.statuses.includes(status));
  comparison.onlyInDocs.push(...more.map((status) => `status ${status}`));
}
