import { Contract, type Correction } from "../contract";
import { type ContractDocument } from "../contract-document";
import { type Action } from "./overlay";
import { ActionProblem, applyAction } from "./apply-action";
import { problemsOf } from "./problems-of";
import { isObject } from "../../is-object";

type Json = Record<string, unknown>;

/** What is wrong, and which action caused it. */
export class CorrectionError extends Error {
  constructor(
    readonly action: number,
    problem: string,
  ) {
    super(problem);
  }
}

/**
 * The released contract, corrected by these actions.
 * @throws {CorrectionError} an action cannot be carried out, or leads to what the provider cannot follow
 */
export function correctedContract(released: Contract, actions: readonly Action[], correction: Correction): Contract {
  // Each shares with the one before it what the action between them does not touch.
  const documents: Json[] = [released.document as unknown as Json];
  actions.forEach((action, at) => {
    try {
      documents.push(applyAction(documents[at]!, action));
    } catch (error) {
      if (error instanceof ActionProblem) throw new CorrectionError(at, error.message);
      throw error;
    }
  });
  const document = completed(documents.at(-1)!, released);
  const [problem] = problemsOf(document, released);
  if (problem === undefined) return new Contract(document, correction, released);
  // The last action without which the problem does not occur caused it.
  const count = documents.findLastIndex((each) => !problemsOf(completed(each, released), released).includes(problem));
  throw new CorrectionError(Math.max(count, 0), problem);
}

/** A moved operation states its changes: the rest is as it was released. */
function completed(document: Json, released: Contract): ContractDocument {
  const paths = Object.entries(isObject(document["paths"]) ? document["paths"] : {}).map(([path, methods]) => {
    if (methods === released.document.paths[path] || !isObject(methods)) return [path, methods];
    const operations = Object.entries(methods).map(([method, operation]) => [
      method,
      completedOperation(path, method, operation, released),
    ]);
    return [path, Object.fromEntries(operations) as unknown];
  });
  return { ...document, paths: Object.fromEntries(paths) as unknown } as unknown as ContractDocument;
}

function completedOperation(path: string, method: string, operation: unknown, released: Contract): unknown {
  const operationId = isObject(operation) ? operation["operationId"] : undefined;
  if (typeof operationId !== "string" || !released.isOperationId(operationId)) return operation;
  const [oldPath, oldMethod] = released.placeOf(operationId)!;
  if (path === oldPath && method === oldMethod) return operation;
  return { ...released.document.paths[oldPath]![oldMethod], ...(operation as Json) };
}
