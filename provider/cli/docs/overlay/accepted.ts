import { type Contract } from "../../../client/contract/contract";
import { type Fact } from "../compare/fact";
import { type Action, type Corrections } from "./corrections";
import { allActions } from "./overlay-file";

/**
 * Tries the overlay before it is written, and leaves out what the provider would refuse.
 * @param known actions that are in force
 * @returns corrections that the provider can follow, and why it cannot follow the others
 */
export function accepted(released: Contract, known: readonly Action[], found: Corrections) {
  const corrections = new Map(found);
  const refused = new Map<Fact, string>();
  for (;;) {
    const problem = problemOf(released, known, [...corrections.values()].flat());
    if (!problem) return { corrections, refused };
    const facts = [...corrections].filter(([, actions]) => actions.some((action) => isPartOf(action, problem.action)));
    // The provider refuses the actions in force, not the new ones: loading them reports that.
    if (facts.length === 0) return { corrections, refused };
    // Leaves out the facts without which the problem does not occur, or else all of them.
    const alone = facts.filter(([fact]) => {
      const without = [...corrections].filter(([other]) => other !== fact).flatMap(([, actions]) => actions);
      return problemOf(released, known, without)?.message !== problem.message;
    });
    for (const [fact] of alone.length > 0 ? alone : facts) {
      corrections.delete(fact);
      refused.set(fact, `No overlay can express it: it ${problem.message}`);
    }
  }
}

function problemOf(released: Contract, known: readonly Action[], found: readonly Action[]) {
  const { correctedContract, CorrectionError } =
    require("../../../client/contract/overlay/corrected-contract") as typeof import("../../../client/contract/overlay/corrected-contract");
  const actions = allActions(known, found);
  try {
    correctedContract(
      released,
      actions.map(({ target, update, remove }) => ({ target, update, remove: remove ?? false })),
      { file: "", actions },
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof CorrectionError)) throw error;
    return { action: actions[error.action]!, message: error.message };
  }
}

/** Whether an action is part of this one, which may merge several. */
const isPartOf = ({ target, remove }: Action, whole: Action): boolean =>
  target === whole.target && (remove ?? false) === (whole.remove ?? false);
