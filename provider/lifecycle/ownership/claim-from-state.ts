import { type Subject } from "../object/subject";
import { markIn } from "../state/bookkeeping";
import { type Values } from "../state/values";

/**
 * Claims the object of a resource in the state that the program still declares. It belongs to this resource alone: any
 * other that would adopt it, before or after, is refused. A refresh does not show the program, and claims nothing.
 * @param news what the program declares now
 * @param differs the program declares something else than the state has; undefined where another object takes its place
 * @throws {ResourceError} another resource of the program has taken it over
 */
export function claimFromState(subject: Subject, news: Values, differs: boolean | undefined): void {
  const { definition, session, values, key, id } = subject;
  if (session.holders.isOfRefresh(key)) return;
  const before = typeof values["insteadOf"] === "string" ? values["insteadOf"] : undefined;
  session.replacements.declare({ kind: definition.kind, key, id }, subject.turn, news, before);
  if (differs === undefined || session.holders.declare(key, markIn(values), differs ? news : undefined)) return;
  throw subject.error(
    "another resource of this program has taken it over, and stands for it, too.",
    "Remove one of the two from the program: the object stays with the other.",
  );
}
