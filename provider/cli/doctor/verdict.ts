import { type OperationId, type OperationOverride } from "../../client/contract/contract";
import { type Provenance, provenanceOf } from "../contract/response-schema";
import { type Wire } from "./wire";

/** What was found out about one operation. */
export interface Verdict {
  readonly operationId: OperationId;
  /** As the contract has it. */
  readonly method: string;
  readonly path: string;
  readonly provenance: Provenance;
  /** `wrong`: it is not there. `differs`: it is, but its response differs. */
  readonly result: "confirmed" | "wrong" | "differs" | "notChecked";
  /** Names of fields and types, statuses and paths; never a value from LumenOne. */
  readonly details: readonly string[];
  /** Where it is instead. */
  readonly suggestion?: OperationOverride;
  /** Whether a response came from there, or the host names it as the only one: then an overlay may hold it. */
  readonly isFound?: boolean;
}

export type Elsewhere = Pick<Verdict, "suggestion" | "isFound">;

/** The verdict on an operation of the contract in force. */
export function verdictOf(
  wire: Wire,
  operationId: OperationId,
  result: Verdict["result"],
  details: readonly string[] = [],
  elsewhere: Elsewhere = {},
): Verdict {
  const { contract, operations } = wire.settings;
  const { method, path } = operations[operationId] ?? contract.operationOf(operationId);
  const provenance = provenanceOf(contract, operationId);
  return { operationId, method, path, provenance, result, details, ...elsewhere };
}

/** A verdict in words: `assumed, wrong: returned 404`. */
export function words({ provenance, result, details }: Verdict): string {
  const listed = details.join("; ");
  if (result === "confirmed") return `${provenance}, confirmed here${listed && ` (${listed})`}`;
  return `${provenance}, ${result === "notChecked" ? "not checked" : result}${listed && `: ${listed}`}`;
}
