import { ApiError } from "../../errors/api-error";
import { ResourceError } from "../errors/resource-error";
import { listAll } from "../object/listing";
import { likenessOf } from "../object/scope";
import { type Subject } from "../object/subject";
import { saysDone } from "./says-done";
import { type Values } from "../state/values";

/** The response to a creation does not show which object was made, if any. */
export class Unidentified extends Error {
  constructor(
    message: string,
    /** The object that it shows in place of the one that was to be made. */
    readonly other?: Values,
  ) {
    super(message);
  }
}

/**
 * The object that a response to a creation shows, when it is the one that was to be made: it looks like it, and was not
 * there before.
 * @param before ids of all that was there before
 * @throws {Unidentified} for any other response: a gateway can put anybody's object into it
 */
export function identified(subject: Subject, made: Values, before: ReadonlySet<string>): Values {
  const { definition } = subject;
  const { create } = definition.operations;
  if (!subject.hasId(made)) {
    throw new Unidentified(`${create} returned nothing that the id is made of.`);
  }
  const isKnown = Object.values(definition.id).every(({ field }) => field !== undefined);
  if (isKnown && !saysDone(made)) throw new Unidentified(`${create} returned nothing that says it was done.`);
  const id = subject.idOf(made);
  const shown = likenessOf(definition, made);
  if (shown !== likenessOf(definition, {}) && shown !== subject.likeness) {
    throw new Unidentified(`${create} returned another object, ${id}.`, made);
  }
  if (!isKnown && before.has(id)) {
    throw new Unidentified(`${create} returned an object that was there before, ${id}.`, made);
  }
  return made;
}

/**
 * The object that LumenOne created with other values than declared: the response shows it, LumenOne lists it, and it
 * did not exist before. Undefined when it can be anybody's.
 */
export async function madeWithOtherValues(
  subject: Subject,
  before: ReadonlySet<string>,
  shown: Values,
): Promise<Values | undefined> {
  const made = subject.at(subject.idOf(shown));
  if (before.has(made.id) || made.session.holders.isHeld(made.key)) return undefined;
  return (await listAll(subject)).find((item) => made.isShownBy(item));
}

/** The response to a creation reports that nothing was created. */
export class NothingMade extends ResourceError {}

/** Whether a failed creation can have made something: the response need not be LumenOne's. */
export function mayBeMade(error: unknown): boolean {
  if (error instanceof Unidentified || error instanceof NothingMade) return true;
  return error instanceof ApiError && (error.outcomeUnknown || error.status !== undefined);
}

/** Whether a creation may have succeeded: nothing reports that it failed. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof Unidentified || (error instanceof ApiError && error.outcomeUnknown);
}
