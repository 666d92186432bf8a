import { type Contract } from "../../client/contract/contract";
import { compareDocs } from "./compare/compare-docs";
import { type ContractJson } from "./contract/our-schema";
import { ourOperations } from "./contract/our-operation";
import { isLumenOne, matchOperations } from "./match/match-operations";
import { accepted } from "./overlay/accepted";
import { type Action, confirmed, corrections } from "./overlay/corrections";
import { allActions } from "./overlay/overlay-file";
import { markDocumented } from "./overlay/provenance";
import { type DocsOperation } from "./readers/read-operations";
import { type Reads, readSource } from "./sources/read-source";

/** The contract against the docs. */
export type Judgement = Awaited<ReturnType<typeof judgeDocs>>;

/** The contract in force, the one that was released, and what lies between. */
export interface Contracts {
  readonly inForce: Contract;
  readonly released: Contract;
  readonly actions: readonly Action[];
}

/**
 * Reads docs, and compares the contract with them.
 * @param source a site's address, a file, or `-`
 * @throws {SourceError} the source cannot be read, or documents no operation of LumenOne
 */
export async function judgeDocs(
  source: string,
  { inForce, released, actions }: Contracts,
  reads: Omit<Reads, "accepts">,
) {
  const contract = inForce.document as unknown as ContractJson;
  const ours = ourOperations(contract, released.document as unknown as ContractJson);
  const accepts = (docs: readonly DocsOperation[]) => isLumenOne(matchOperations(ours, docs), docs);
  const docs = await readSource(source, { ...reads, accepts });
  const matches = matchOperations(ours, docs);
  const compared = compareDocs(ours, matches);
  const { corrections: corrected, refused } = accepted(released, actions, corrections(compared));
  const operations = compared.map((operation) => ({
    ...operation,
    facts: operation.facts.map((fact) => (refused.has(fact) ? { ...fact, problem: refused.get(fact) } : fact)),
  }));
  const marks = markDocumented(contract, confirmed(operations, corrected));
  return {
    operations,
    corrected,
    onlyInDocs: matches.onlyInDocs,
    /** Of an overlay: what is in force, the corrections, then the provenance of what is confirmed. */
    actions: allActions(actions, [...[...corrected.values()].flat(), ...marks]),
  };
}
