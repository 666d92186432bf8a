import { type OurOperation } from "../contract/our-operation";
import { jsonPath } from "../json-path";
import { type Matches } from "../match/match-operations";
import { compareOperation } from "./compare-operation";
import { Comparison } from "./comparison";
import { type Fact } from "./fact";
import { type Renames } from "./pair-names";

/** What the docs say of one operation of the contract. */
export interface ComparedOperation {
  readonly ours: OurOperation;
  /** Whether the docs have it. */
  readonly isDocumented: boolean;
  readonly facts: readonly Fact[];
  /** Names that only the docs have. They are not a difference. */
  readonly onlyInDocs: readonly string[];
}

/**
 * Compares every operation of the contract with its match in the docs. Repeats that as long as one comparison clarifies
 * another.
 */
export function compareDocs(ours: readonly OurOperation[], { pairs }: Matches): ComparedOperation[] {
  let renames: Renames = new Map();
  for (;;) {
    const compared = ours.map((operation): ComparedOperation => {
      const docs = pairs.get(operation);
      if (!docs) return { ours: operation, isDocumented: false, facts: [], onlyInDocs: [] };
      const comparison = new Comparison(operation, docs, renames);
      compareOperation(comparison);
      return { ours: operation, isDocumented: true, facts: comparison.facts, onlyInDocs: comparison.onlyInDocs };
    });
    const found = renamesIn(compared);
    if (found.size <= renames.size) return compared;
    renames = found;
  }
}

/** Operations share schemas: one may show a name that another one leaves open. */
function renamesIn(compared: readonly ComparedOperation[]): Renames {
  const found = new Map<string, Set<string>>();
  for (const { about, verdict, docs } of compared.flatMap(({ facts }) => facts)) {
    if (verdict !== "differs" || !about || !("x-wire-name" in about.update) || typeof docs !== "string") continue;
    const key = jsonPath(about.target);
    found.set(key, (found.get(key) ?? new Set()).add(docs));
  }
  return found;
}
