import { type Subject } from "../object/subject";

/**
 * Claims what only one resource of a program may declare: an edge, or a name that LumenOne has once.
 * @returns the claim, to be released when the create fails; undefined where there is nothing to claim
 * @throws {ResourceError} another resource of the program declares the same
 */
export function claimName(subject: Subject): string | undefined {
  const { definition, values, session } = subject;
  if (definition.names === "repeat") return undefined;
  const isEdge = definition.names === "edge";
  const claim = isEdge ? subject.at(subject.ownId).key : `name ${subject.scope} ${String(values["name"])}`;
  if (session.holders.take(claim, values, isEdge)) return claim;
  // The id shows what the two share, if it has all of it; a tool's name is not in it, and may be a secret.
  const fields = Object.values(definition.id).flatMap(({ field }) => field ?? []);
  const shared = [...new Set(isEdge ? fields : [...fields, "name"])].map((field) => `\`${field}\``).join(" and ");
  const named = subject.hasId({}) ? subject.at(subject.ownId) : subject;
  throw named.error(
    `this program declares it twice: two ${definition.kind} resources have the same ${shared}.`,
    `Keep one of the two${isEdge ? "" : ", or give them different names"}.`,
  );
}
