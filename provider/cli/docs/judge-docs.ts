import { compareDocs, type ComparedOperation } from "./compare/compare-docs";
import { type ContractJson } from "./contract/contract-json";
import { ourOperations } from "./contract/our-operation";
import { isLumenOne, matchOperations } from "./match/match-operations";
import { type Action, confirmed, corrections, type Corrections } from "./overlay/corrections";
import { markDocumented } from "./overlay/provenance";
import { type DocsOperation } from "./readers/docs-operation";
import { type Reads, readSource } from "./sources/read-source";

/** The contract against the docs. */
export interface Judgement {
  readonly operations: readonly ComparedOperation[];
  readonly corrected: Corrections;
  readonly onlyInDocs: readonly DocsOperation[];
  /** Actions of an overlay: the corrections, then the provenance of what is confirmed. */
  readonly actions: readonly Action[];
}

/** The contract in force, and the one that was released. */
export interface Contracts {
  readonly inForce: ContractJson;
  readonly released: ContractJson;
}

/**
 * Reads docs, and compares the contract with them.
 * @param source a site's address, a file, or `-`
 * @throws {SourceError} the source cannot be read, or documents no operation of LumenOne
 */
export async function judgeDocs(
  source: string,
  { inForce, released }: Contracts,
  reads: Omit<Reads, "accepts">,
): Promise<Judgement> {
  const ours = ourOperations(inForce, released);
  const accepts = (docs: readonly DocsOperation[]) => isLumenOne(matchOperations(ours, docs), docs);
  const docs = await readSource(source, { ...reads, accepts });
  const matches = matchOperations(ours, docs);
  const operations = compareDocs(ours, matches);
  const corrected = corrections(operations);
  const actions = [...corrected.values()].flat();
  const marks = markDocumented(inForce, confirmed(operations, corrected));
  return { operations, corrected, onlyInDocs: matches.onlyInDocs, actions: [...actions, ...marks] };
}
