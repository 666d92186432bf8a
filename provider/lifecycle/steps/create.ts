import { adopt, mayAdopt, nameTaken } from "./adopt";
import { type Context } from "../process/context";
import { hiding } from "../process/hiding";
import { type Definition } from "../definition/definition";
import { heldError } from "../ownership/held-error";
import { claimName } from "../ownership/name-claim";
import { Subject } from "../object/subject";
import { IncompleteError } from "../errors/incomplete-error";
import { createOnce, isTaken } from "../once/once";
import { outputsOf } from "../state/outputs";
import { project } from "../state/project";
import { settle } from "./settle";
import { type Values } from "../state/values";

/** A resource as it goes into the state. */
export interface Created {
  id: string;
  outputs: Values;
}

/**
 * Makes the object that the inputs declare, or takes it over, and brings it to the declared state.
 * @throws {IncompleteError} the object is there, but could not be brought to the declared state
 */
export async function create(definition: Definition, given: Context, inputs: Values): Promise<Created> {
  const subject = new Subject(definition, hiding(definition, given, inputs), inputs);
  const { session, turn, context } = subject;
  const { holders } = session;
  const claim = claimName(subject);
  const kept: Values = {};
  try {
    const unconfirmed = session.unconfirmedBefore(turn) !== undefined;
    const mayBeMade = unconfirmed || context.journal?.earlier(turn) !== undefined;
    const adopts = definition.names !== "edge" && !unconfirmed && mayAdopt(subject);
    const existing = adopts ? await adopt(subject) : undefined;
    const remote = existing ?? (await make(subject));
    const made = subject.at(subject.idOf(remote));
    if (!holders.take(made.key, inputs)) throw heldError(subject, made.id);
    const mark = holders.markOf(made.key);
    if (mark !== undefined) kept["mark"] = mark;
    const insteadOf = session.replacements.made(definition.kind, turn, inputs);
    if (insteadOf !== undefined && insteadOf !== made.id) kept["insteadOf"] = insteadOf;
    const settled = await settle(made, remote, mayBeMade || existing !== undefined);
    const outputs = outputsOf(made, project(definition, inputs, settled), settled);
    return { id: made.id, outputs: { ...outputs, ...kept } };
  } catch (error) {
    if (error instanceof IncompleteError) Object.assign(error.properties, kept);
    else if (claim !== undefined) holders.release(claim);
    throw error;
  } finally {
    session.wrote();
  }
}

async function make(subject: Subject): Promise<Values> {
  try {
    return await (subject.definition.create?.(subject) ?? createOnce(subject));
  } catch (error) {
    throw isTaken(subject.definition, error) ? await nameTaken(subject, error) : error;
  }
}
