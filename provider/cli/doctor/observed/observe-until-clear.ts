import { type Contract, releasedContract } from "../../../client/contract/contract";
import { correctedContract } from "../../../client/contract/overlay/corrected-contract";
import { type Verdict } from "../verdict";
import { type Observed, observedActions } from "./observed-overlay";

/** More rounds than reads that need one another. */
const mostRounds = 5;

/** The contract that a host follows, as far as its responses show it. */
export interface Clear {
  /** Of the first round, and of later rounds those that needed a correction. */
  readonly verdicts: readonly Verdict[];
  readonly contract: Contract;
}

/**
 * Reads, corrects the contract, and reads again with the corrected one, until nothing new is found: some reads need values
 * that show only under the right name or envelope.
 */
export async function observeUntilClear(
  first: Observed,
  inForce: Contract,
  ask: (contract: Contract) => Promise<Observed>,
): Promise<Clear> {
  let contract = inForce;
  let observed = first;
  let { verdicts } = first;
  for (let round = 0; round < mostRounds; round++) {
    const next = correctedBy(contract, observed);
    if (!next) break;
    contract = next;
    observed = await ask(contract);
    const later = new Map(observed.verdicts.map((verdict) => [verdict.operationId, verdict]));
    verdicts = verdicts.map((verdict) =>
      verdict.result === "notChecked" ? (later.get(verdict.operationId) ?? verdict) : verdict,
    );
  }
  return { verdicts, contract };
}

/** Undefined where nothing new was observed. */
export function correctedBy(contract: Contract, observed: Observed): Contract | undefined {
  const actions = observedActions(contract, observed);
  if (!actions) return undefined;
  const whole = actions.map(({ target, update, remove }) => ({ target, update, remove: remove ?? false }));
  return correctedContract(releasedContract(), whole, { file: "observed", actions });
}
