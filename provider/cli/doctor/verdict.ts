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

/** Another place of an operation, and whether a response came from there. */
export interface Elsewhere {
  readonly at: OperationOverride;
  readonly isFound: boolean;
}

/** The verdict on an operation of the contract in force. */
export function verdictOf(
  wire: Wire,
  operationId: OperationId,
  result: Verdict["result"],
  details: readonly string[],
  elsewhere?: Elsewhere,
): Verdict {
  const { method, path } = { ...wire.operationOf(operationId), ...wire.settings.operations[operationId] };
  const provenance = provenanceOf(wire.settings.contract, operationId);
  const about = { operationId, method: method.toLowerCase(), path, provenance, result };
  const found = elsewhere && { suggestion: elsewhere.at, isFound: elsewhere.isFound };
  return { ...about, details: [...new Set(details)], ...found };
}

/** A verdict in words: `assumed, wrong: returned 404`. */
export function words({ provenance, result, details }: Verdict): string {
  const listed = details.length > 0 ? `: ${details.join("; ")}` : "";
  switch (result) {
    case "confirmed":
      return `${provenance}, confirmed here${details.length > 0 ? ` (${details.join("; ")})` : ""}`;
    case "wrong":
      return `${provenance}, wrong${listed}`;
    case "differs":
      return `${provenance}, differs${listed}`;
    case "notChecked":
      return `${provenance}, not checked${listed}`;
  }
}
