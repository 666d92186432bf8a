import { type Contract, type OperationId, releasedContract } from "../../../client/contract/contract";
import { type ComparedOperation } from "../../docs/compare/compare-docs";
import { type Fact } from "../../docs/compare/fact";
import { type ContractJson } from "../../docs/contract/our-schema";
import { type OurOperation, ourOperations } from "../../docs/contract/our-operation";
import { accepted } from "../../docs/overlay/accepted";
import { type Action, corrections } from "../../docs/overlay/corrections";
import { allActions } from "../../docs/overlay/overlay-file";
import { type Verdict } from "../verdict";
import { compareObserved, observedFact, observedMark } from "./compare-observed";

/** What a host has shown. */
export interface Observed {
  readonly verdicts: readonly Verdict[];
  /** A good response of each operation that gave one, with the names of the wire. */
  readonly bodies: ReadonlyMap<OperationId, unknown>;
  readonly isName: (key: string) => boolean;
}

/** Actions that correct the released contract: what is in force, then what was observed. Undefined where nothing new was. */
export function observedActions(inForce: Contract, { verdicts, bodies, isName }: Observed): Action[] | undefined {
  const released = releasedContract();
  const known = inForce.correction?.actions ?? [];
  const ours = ourOperations(inForce.document as unknown as ContractJson, released.document as unknown as ContractJson);
  const compared = ours.map((operation): ComparedOperation => {
    const operationId = operation.operationId as OperationId;
    const verdict = verdicts.find((each) => each.operationId === operationId);
    const facts = [
      ...(verdict ? placeFacts(operation, verdict) : []),
      ...(bodies.has(operationId) ? compareObserved(operation, bodies.get(operationId), isName) : []),
    ];
    return { ours: operation, isDocumented: facts.length > 0, facts, onlyInDocs: [] };
  });
  const { corrections: found } = accepted(released, known, corrections(compared));
  const actions = [...found.values()].flat();
  return actions.length === 0 ? undefined : allActions(known, actions);
}

/** Method and path of an operation that was found elsewhere. */
function placeFacts({ at, method, path }: OurOperation, { suggestion, isFound }: Verdict): Fact[] {
  if (!suggestion || isFound !== true) return [];
  const fact = (name: "method" | "path", ours: string, shown: string) =>
    observedFact(name, ours, shown, { target: at, locals: [], update: { [`x-wire-${name}`]: shown, ...observedMark } });
  return [fact("method", method, suggestion.method.toLowerCase()), fact("path", path, suggestion.path)];
}
