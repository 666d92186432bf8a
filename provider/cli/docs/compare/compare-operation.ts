import { type OurOperation } from "../contract/our-operation";
import { type DocsOperation } from "../readers/docs-operation";
import { type Compared, silent } from "./compare-fields";
import { compareInputs } from "./compare-inputs";
import { compareResponse } from "./compare-response";
import { type Fact } from "./fact";
import { type Renames } from "./renames";

/** Every fact of an operation against the docs. */
export function compareOperation(ours: OurOperation, docs: DocsOperation, renames: Renames): Compared {
  const inputs = compareInputs(ours, docs, renames);
  const response = compareResponse(ours, docs, renames);
  return {
    facts: [
      methodFact(ours, docs),
      ...bodyFact(ours, docs),
      ...statusFacts(ours, docs),
      ...inputs.facts,
      ...response.facts,
    ],
    onlyInDocs: [
      ...docs.statuses
        .filter((status) => !status.startsWith("2") && !ours.statuses.includes(status))
        .map((status) => `status ${status}`),
      ...inputs.onlyInDocs,
      ...response.onlyInDocs,
    ],
  };
}

const canBeSent = /^(?:get|post|put|patch|delete)$/;

function methodFact(ours: OurOperation, docs: DocsOperation): Fact {
  const isSame = ours.method === docs.method;
  return {
    fact: "method",
    ours: ours.method.toUpperCase(),
    docs: docs.method.toUpperCase(),
    verdict: isSame ? "same" : "differs",
    place: docs.place,
    about: { target: ours.at, locals: [], update: { "x-wire-method": docs.method } },
    ...(canBeSent.test(docs.method) ? {} : { problem: "This package does not send that method." }),
  };
}

function bodyFact(ours: OurOperation, docs: DocsOperation): Fact[] {
  const { body, bodyType: known, bodyTypes } = ours;
  if (!body || known === undefined) return [];
  const [first] = docs.bodyTypes;
  if (first === undefined || docs.bodyTypes.includes("*/*")) return [silent("body: type", known)];
  const isSame = docs.bodyTypes.includes(known);
  const type = docs.bodyTypes.find((each) => cannotSend(ours, each) === undefined) ?? first;
  const problem = cannotSend(ours, type);
  const target = [...ours.at, "requestBody", "content"];
  return [
    {
      fact: "body: type",
      ours: known,
      docs: docs.bodyTypes.join(" or "),
      verdict: isSame ? "same" : "differs",
      place: docs.bodyPlace,
      about: {
        target,
        locals: [],
        update: { [type]: {} },
        // Once the type that an overlay added is removed, the released one is sent again.
        ...(bodyTypes.includes(type) ? { remove: [...target, known] } : {}),
      },
      ...(!isSame && problem !== undefined ? { problem } : {}),
    },
  ];
}

function cannotSend({ body }: OurOperation, type: string): string | undefined {
  if (type === "multipart/form-data") return undefined;
  if (body?.fields.some(({ schema }) => schema.types.has("binary")))
    return "A file can be sent in multipart/form-data only.";
  return /^application\/(?:json|[\w.-]+\+json|x-www-form-urlencoded)$/.test(type)
    ? undefined
    : `This package does not send ${type}.`;
}

function statusFacts(ours: OurOperation, docs: DocsOperation): Fact[] {
  const isGood = (status: string) => status.startsWith("2");
  const [known, documented] = [ours.statuses.filter(isGood), docs.statuses.filter(isGood).sort()];
  const place = docs.responsePlace;
  const [first] = documented;
  const isSame = documented.some((status) => known.includes(status));
  const isEmpty = first === "204" || first === "205";
  const good: Fact =
    first === undefined
      ? silent("status: success", known)
      : {
          fact: "status: success",
          ours: known,
          docs: documented,
          verdict: isSame ? "same" : "differs",
          place,
          about: { target: [...ours.at, "responses"], locals: [], update: { [first]: { description: "Success" } } },
          ...(!isSame && isEmpty && ours.entityKey !== undefined
            ? { problem: `This package needs the object that a ${first} does not return.` }
            : {}),
        };
  const others = ours.statuses.filter((status) => !isGood(status));
  const bad = others.map((status): Fact =>
    docs.statuses.includes(status)
      ? { fact: `status: ${status}`, ours: status, docs: status, verdict: "same", place }
      : silent(`status: ${status}`, status),
  );
  return [good, ...bad];
}
