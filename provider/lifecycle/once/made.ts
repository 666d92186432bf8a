import { ApiError } from "../../errors/api-error";
import { likenessOf } from "./appeared";
import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { listAll } from "../object/find";
import { hasId, idOf, isAnswerFor } from "../object/identity";
import { ResourceError } from "../errors/resource-error";
import { saysDone } from "./says-done";
import { objectKey } from "../object/scope";
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
export function identified(definition: Definition, inputs: Values, made: Values, before: ReadonlySet<string>): Values {
  const { create } = definition.operations;
  if (!hasId(definition, inputs, made)) {
    throw new Unidentified(`${create} was answered without what the id is made of.`);
  }
  const isKnown = Object.values(definition.id).every(({ field }) => field !== undefined);
  if (isKnown && !saysDone(made)) throw new Unidentified(`${create} was answered without saying that it was done.`);
  const id = idOf(definition, inputs, made);
  const shown = likenessOf(definition, made);
  if (shown !== likenessOf(definition, {}) && shown !== likenessOf(definition, inputs)) {
    throw new Unidentified(`${create} was answered with another object, ${id}.`, made);
  }
  if (!isKnown && before.has(id)) {
    throw new Unidentified(`${create} was answered with an object that was there before, ${id}.`, made);
  }
  return made;
}

/**
 * The object that a response shows in place of the one that was to be made, when LumenOne has it and had it not before:
 * LumenOne has made it otherwise than it was declared. Undefined when it can be anybody's.
 */
export async function madeOtherwise(
  definition: Definition,
  context: Context,
  inputs: Values,
  before: ReadonlySet<string>,
  shown: Values,
): Promise<Values | undefined> {
  const id = idOf(definition, inputs, shown);
  if (before.has(id) || context.session.holders.isHeld(objectKey(definition, context, inputs, id))) return undefined;
  return (await listAll(definition, context, inputs)).find((item) => isAnswerFor(definition, id, item));
}

/** The response to a creation says that nothing came of it. */
export class NothingMade extends ResourceError {}

/** Whether a failed creation can have made something: whatever is answered, LumenOne need not have said it. */
export function mayBeMade(error: unknown): boolean {
  if (error instanceof Unidentified || error instanceof NothingMade) return true;
  return error instanceof ApiError && (error.outcomeUnknown || error.status !== undefined);
}

/** Whether nobody has said that a creation failed. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof Unidentified || (error instanceof ApiError && error.outcomeUnknown);
}
