import { type Correction } from "../../../client/contract/contract";
import { type Values } from "../../../lifecycle/state/values";
import { type ComparedOperation } from "../compare/compare-docs";
import { type About, type Fact } from "../compare/fact";
import { jsonPath, type Segment } from "../json-path";

/** An action of an overlay. */
export type Action = Correction["actions"][number];

/** The actions that correct each difference; none where no overlay can express them. */
export type Corrections = ReadonlyMap<Fact, readonly Action[]>;

/**
 * The corrections of an overlay. A difference that all operations of a node report alike is corrected once, at the
 * node; any other at the operations that differ.
 */
export function corrections(compared: readonly ComparedOperation[]): Corrections {
  const nodes = new Map<string, { fact: Fact; about: About }[]>();
  for (const fact of compared.flatMap(({ facts }) => facts)) {
    const { about } = fact;
    if (!about || fact.verdict === "not told") continue;
    const key = `${jsonPath(about.target)} ${Object.keys(about.update).join()}`;
    nodes.set(key, [...(nodes.get(key) ?? []), { fact, about }]);
  }
  const found = new Map<Fact, readonly Action[]>();
  for (const shown of nodes.values()) {
    const isShared = new Set(shown.map(({ about }) => JSON.stringify(about.update))).size === 1;
    for (const { fact, about } of shown) {
      if (fact.verdict !== "differs" || fact.problem !== undefined) continue;
      found.set(fact, isShared || isOwn(about) ? shared(about) : alone(about));
    }
  }
  return found;
}

/** Whether the node belongs to one operation as it is, or adds to what is there. */
const isOwn = ({ target, update }: About) =>
  target[0] === "paths" || ["enum", "x-known-values"].some((key) => key in update);

function shared({ target, update, remove }: About): Action[] {
  return remove ? [{ target: jsonPath(remove), remove: true }] : [{ target: jsonPath(target), update }];
}

function alone({ locals = [], update }: About): Action[] {
  return locals.map(({ target, inside }) => ({
    target: jsonPath(target),
    update: inside.reduceRight<Values>((value, key) => ({ [key]: value }), update),
  }));
}

/** Nodes whose facts the docs confirm or correct, for their provenance. */
export function confirmed(compared: readonly ComparedOperation[], corrected: Corrections): (readonly Segment[])[] {
  const refuted = new Set<string>();
  const nodes = new Map<string, readonly Segment[]>();
  for (const fact of compared.flatMap(({ facts }) => facts)) {
    const marks = fact.about?.marks;
    if (!marks || fact.verdict === "not told") continue;
    const key = jsonPath(marks);
    if (fact.verdict === "differs" && !corrected.get(fact)?.length) refuted.add(key);
    nodes.set(key, marks);
  }
  return [...nodes].flatMap(([key, node]) => (refuted.has(key) ? [] : [node]));
}
