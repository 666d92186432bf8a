import { type Subject } from "../object/subject";
import { type Values } from "../state/values";

/**
 * Warns which object is taken for the one whose creation got no response: only its name and its time match.
 * @param candidates all that it could be, the one that is taken first
 */
export function warnOfClaim(subject: Subject, candidates: readonly Values[]): void {
  const [taken, ...others] = candidates.map((item) => subject.idOf(item));
  const rest = others.length > 0 ? ` It could also be ${others.join(", ")}: look which one is whose.` : "";
  subject.context.warn(
    `${subject.label}: the response to its creation was lost. ${taken} was not there before and ` +
      `looks like it, so it is taken for it.${rest}`,
  );
}
