import { type OurOperation } from "../contract/our-operation";
import { type Matches } from "../match/match-operations";
import { compareOperation } from "./compare-operation";
import { type ComparedOperation } from "./compared-operation";
import { type Renames, renamesIn } from "./renames";

/**
 * Compares every operation of the contract with its match in the docs. Repeats that as long as one comparison clarifies
 * another.
 */
export function compareDocs(ours: readonly OurOperation[], { pairs }: Matches): ComparedOperation[] {
  let renames: Renames = new Map();
  for (;;) {
    const compared = ours.map((operation) => {
      const docs = pairs.get(operation);
      if (!docs) return { ours: operation, isDocumented: false, facts: [], onlyInDocs: [] };
      return { ours: operation, isDocumented: true, ...compareOperation(operation, docs, renames) };
    });
    const found = renamesIn(compared);
    if (found.size <= renames.size) return compared;
    renames = found;
  }
}
