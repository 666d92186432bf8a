import { Contract, type Correction } from "../contract";
import { type ContractDocument } from "../contract-document";
import { type Action } from "./overlay";
import { ActionProblem, applyAction } from "./apply-action";
import { problemsOf } from "./problems-of";

type Json = Record<string, unknown>;

/** What is wrong, and with which action. */
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
  const document = documentAfter(released, actions, actions.length);
  const [problem] = problemsOf(document, released);
  if (problem === undefined) return new Contract(document, correction, released);
  // The last action without which the problem is not there is the one that made it.
  for (let count = actions.length - 1; count >= 0; count--) {
    if (!problemsOf(documentAfter(released, actions, count), released).includes(problem))
      throw new CorrectionError(count, problem);
  }
  throw new CorrectionError(0, problem);
}

function documentAfter(released: Contract, actions: readonly Action[], count: number): ContractDocument {
  const document = structuredClone(released.document) as unknown as Json;
  actions.slice(0, count).forEach((action, at) => {
    try {
      applyAction(document, action);
    } catch (error) {
      if (error instanceof ActionProblem) throw new CorrectionError(at, error.message);
      throw error;
    }
  });
  return completed(document, released);
}

/** An operation that was moved says what is new: the rest is as it was released. */
function completed(document: Json, released: Contract): ContractDocument {
  const { paths } = document as { paths?: unknown };
  if (typeof paths !== "object" || paths === null) return { ...document, paths: {} } as unknown as ContractDocument;
  for (const [path, methods] of Object.entries(paths as Record<string, Record<string, Json>>)) {
    for (const [method, operation] of Object.entries(methods ?? {})) {
      const { operationId } = operation as { operationId?: unknown };
      if (typeof operationId !== "string" || !released.isOperationId(operationId)) continue;
      const [oldPath, oldMethod] = released.placeOf(operationId)!;
      if (path === oldPath && method === oldMethod) continue;
      methods[method] = { ...structuredClone(released.document.paths[oldPath]![oldMethod]), ...operation };
    }
  }
  return document as unknown as ContractDocument;
}
