import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { idOf } from "../object/identity";
import { resourceLabel } from "../errors/resource-error";
import { type Values } from "../state/values";

/**
 * Tells which object is taken for the one whose creation was not answered: nothing but its name and its time says so.
 * @param candidates all that it could be, the one that is taken first
 */
export function warnOfClaim(
  definition: Definition,
  context: Context,
  inputs: Values,
  candidates: readonly Values[],
): void {
  const [taken, ...others] = candidates.map((item) => idOf(definition, inputs, item));
  const rest = others.length > 0 ? ` It could also be ${others.join(", ")}: look which one is whose.` : "";
  context.warn(
    `${resourceLabel(definition, inputs)}: LumenOne's answer to its creation was lost. ${taken} was not there before and ` +
      `looks like it, so it is taken for it.${rest}`,
  );
}
