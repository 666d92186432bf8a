import { type ComparedOperation } from "../compare/compared-operation";
import { type Judgement } from "../judge-docs";
import { correctionOf } from "./docs-report";

/** The comparison for scripts. */
export function docsResult({ operations, corrected, onlyInDocs }: Judgement) {
  return {
    operations: operations.map((operation) => ({
      operationId: operation.ours.operationId,
      title: operation.ours.title,
      documented: operation.isDocumented,
      facts: factsOf(operation, corrected),
      onlyInDocs: operation.onlyInDocs,
    })),
    onlyInDocs: onlyInDocs.map(({ title, method, path }) => ({ title, method: method.toUpperCase(), path })),
  };
}

function factsOf({ facts }: ComparedOperation, corrected: Judgement["corrected"]) {
  return facts.map((fact) => ({
    fact: fact.fact,
    ours: fact.ours ?? null,
    docs: fact.docs ?? null,
    verdict: fact.verdict,
    ...(fact.verdict === "differs"
      ? { place: fact.place?.() ?? null, correction: correctionOf(fact, corrected), actions: corrected.get(fact) ?? [] }
      : {}),
  }));
}
