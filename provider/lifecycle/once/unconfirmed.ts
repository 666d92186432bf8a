import { IncompleteError } from "../errors/incomplete-error";
import { type Subject } from "../object/subject";
import { outputsOf } from "../state/outputs";
import { project } from "../state/project";
import { type Values } from "../state/values";

/** Stands in the state in place of an id while nobody knows whether LumenOne made the object. */
const unconfirmedId = "unconfirmed";

/**
 * The ids of objects that looked like this one before its creation was sent, where LumenOne's response to that got lost;
 * undefined for a resource that is known to be there.
 */
export function unconfirmedSince(state: Values): string[] | undefined {
  const before = state["unconfirmed"];
  return Array.isArray(before) ? before.filter((id) => typeof id === "string") : undefined;
}

/**
 * The error of a creation that may or may not have been carried out. The state keeps the ids of earlier objects, so
 * that the next `up` or `refresh` can distinguish ours from others, instead of creating a second one.
 */
export function unconfirmed(subject: Subject, before: ReadonlySet<string>, cause: unknown): IncompleteError {
  const outputs = outputsOf(subject, project(subject.definition, subject.values, {}), {});
  return new IncompleteError(unconfirmedId, { ...outputs, unconfirmed: [...before] }, [
    `${subject.label}: LumenOne may have made it, but no response says so. ` +
      `${cause instanceof Error ? cause.message : String(cause)} ` +
      "Run `pulumi up` again, without `--replace`: it looks for the object first, and makes it only if it is not there.",
  ]);
}
