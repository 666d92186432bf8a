import { type Contract, releasedContract } from "../../../client/contract/contract";
import { correctedContract } from "../../../client/contract/overlay/corrected-contract";
import { type Observed, observedActions } from "./observed-overlay";

/** More rounds than reads that need one another. */
const mostRounds = 5;

/**
 * Reads, corrects the contract, and reads again with the corrected one, until nothing new is found: some reads need values
 * that show only under the right name or envelope. Gives the contract that the host follows, and the verdicts: of the first
 * round, and of later ones those that needed a correction.
 */
export async function observeUntilClear(
  first: Observed,
  inForce: Contract,
  ask: (contract: Contract) => Promise<Observed>,
) {
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
