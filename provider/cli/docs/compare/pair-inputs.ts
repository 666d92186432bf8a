import { type OurInput, type OurOperation } from "../contract/our-operation";
import { type DocsInput, type DocsOperation } from "../readers/read-operations";
import { DocsSchema } from "../readers/docs-schema";
import { shareType } from "../json-type";
import { pairNames, type Renames, spelling } from "./pair-names";

/**
 * Pairs our parameters and body fields with those of the docs: in their place by name, then those that have moved, then
 * those that are renamed.
 */
export function pairInputs(operation: OurOperation, docs: DocsOperation, renames: Renames) {
  const pairs = new Map<OurInput, DocsInput>();
  const unclear = new Map<OurInput, readonly string[]>();
  const ours = new Set(operation.inputs);
  const theirs = new Set([...placeholders(docs), ...docs.inputs.filter((input) => input.in !== "path")]);
  const pair = (input: OurInput, found: DocsInput) => {
    pairs.set(input, found);
    ours.delete(input);
    theirs.delete(found);
  };
  const pairBy = (isSame: (input: OurInput, found: DocsInput) => boolean) => {
    for (const input of ours) {
      const found = [...theirs].filter((each) => isSame(input, each));
      if (found.length === 1) pair(input, found[0]!);
    }
  };
  pairBy((input, found) => input.in === found.in && input.wireName === found.name);
  pairBy(
    (input, found) =>
      input.in === found.in && input.in === "header" && spelling(input.wireName) === spelling(found.name),
  );
  const inPath = [...ours].filter((input) => input.in === "path");
  const left = [...theirs].filter((found) => found.in === "path");
  // Their names mean nothing, their order does.
  if (inPath.length === left.length) inPath.forEach((input, index) => pair(input, left[index]!));
  pairBy((input, found) => input.wireName === found.name);
  pairBy((input, found) => input.in !== found.in && spelling(input.wireName) === spelling(found.name));
  for (const place of ["path", "query", "header", "body"]) {
    const candidates = [...theirs].filter((found) => found.in === place);
    const missing = [...ours].filter((input) => input.in === place);
    for (const [input, result] of pairNames(missing, candidates, renames)) {
      if ("unclear" in result) unclear.set(input, result.unclear);
      else pair(input, result.found);
    }
  }
  // The only missing input and the only new one: it was renamed and moved at once.
  const [gone, ...others] = ours;
  const [come, ...more] = theirs;
  if (gone && come && others.length === 0 && more.length === 0 && shareType(gone.schema.types, come.schema.types)) {
    pair(gone, come);
  }
  const mentioned = new Set([...unclear.values()].flat());
  return { pairs, unclear, onlyInDocs: [...theirs].filter(({ name }) => !mentioned.has(name)) };
}

/** The placeholders of the path, in its order. Some docs describe only some of them. */
function placeholders(docs: DocsOperation): DocsInput[] {
  return [...docs.path.matchAll(/\{([^{}]*)\}/g)].map(([, name]): DocsInput => {
    const described = docs.inputs.find((input) => input.in === "path" && input.name === name);
    return described ?? { name: name!, in: "path", required: true, schema: DocsSchema.silent, place: docs.place };
  });
}
