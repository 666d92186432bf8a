import { type OurOperation } from "../contract/our-operation";
import { type Matches } from "../match/match-operations";
import { compareOperation } from "./compare-operation";
import { type Fact } from "./fact";
import { type Renames, renamesIn } from "./renames";

/** What the docs say of one operation of the contract. */
export interface ComparedOperation {
  readonly ours: OurOperation;
  /** Whether the docs have it. */
  readonly isTold: boolean;
  readonly facts: readonly Fact[];
  /** What the docs have and the contract has not; that is no difference. */
  readonly onlyInDocs: readonly string[];
}

/**
 * Compares every operation of the contract with the one of the docs that it was matched with; again, as long as what one shows
 * makes another one clear.
 */
export function compareDocs(ours: readonly OurOperation[], { pairs }: Matches): ComparedOperation[] {
  let renames: Renames = new Map();
  for (;;) {
    const compared = ours.map((operation) => {
      const docs = pairs.get(operation);
      if (!docs) return { ours: operation, isTold: false, facts: [], onlyInDocs: [] };
      return { ours: operation, isTold: true, ...compareOperation(operation, docs, renames) };
    });
    const found = renamesIn(compared);
    if (found.size <= renames.size) return compared;
    renames = found;
  }
}
