import { ApiError } from "../../errors/api-error";
import { appeared } from "../once/appeared";
import { type Context } from "../process/context";
import { hiding } from "../process/hiding";
import { type Definition } from "../definition/definition";
import { type Doubt, doubtAbout, doubtOf } from "../object/doubt";
import { confirmGone, isKnownGone, whereabouts } from "../object/gone";
import { assertMoved } from "../ownership/dependents";
import { assertOrigin } from "../object/origin";
import { Subject } from "../object/subject";
import { protectedError } from "../ownership/protected-error";
import { saysDone } from "../once/says-done";
import { markIn } from "../state/bookkeeping";
import { unconfirmedSince } from "../once/unconfirmed";
import { upgrade } from "../definition/upgrade";
import { type Values } from "../state/values";

/** Deletes the object. One that is provably gone already counts as deleted. */
export async function remove(definition: Definition, given: Context, id: string, state: Values): Promise<void> {
  const context = hiding(definition, given, state);
  const subject = new Subject(definition, context, upgrade(definition, state), id);
  const { session, key, label, values } = subject;
  assertOrigin(subject);
  const unconfirmed = unconfirmedSince(values);
  if (unconfirmed) return await forget(new Subject(definition, context, values), unconfirmed);
  const heir = session.holders.heir(key, markIn(values));
  if (heir === "state") {
    context.warn(`${label} leaves the state only: another resource of this program stands for it, too.`);
  }
  if (heir) return;
  if (values["deletionProtection"] === true) throw protectedError(subject);
  if (!definition.operations.delete) {
    context.warn(`${label} leaves the state only. ${definition.forgets ?? ""}`.trim());
    session.replacements.leave(key);
    return;
  }
  subject.noteLineage();
  // Its parent is gone already, and the object with it.
  const isGone = isKnownGone(subject);
  if (!isGone) await assertMoved(subject);
  const doubt = isGone ? undefined : await send(subject);
  if (doubt) await confirmGone(subject, doubt);
  session.noteDeleted(key);
}

/** Sends the deletion. @returns why it is in doubt that LumenOne deleted the object, if it is */
async function send(subject: Subject): Promise<Doubt | undefined> {
  const { definition, session, values, request } = subject;
  const operation = definition.operations.delete!;
  try {
    await definition.beforeDelete?.(subject);
    if (definition.delete) await definition.delete(subject);
    else {
      const response = await subject.one(operation, { fields: { ...values, ...request.parameters } });
      if (!saysDone(response, definition.deleted))
        return doubtAbout(operation, "a success that does not say that it was deleted");
    }
    session.wrote();
    return undefined;
  } catch (error) {
    // LumenOne refuses some deletions of unknown objects with 400 (upstream). Neither that nor a 404 changed anything.
    const doubt = doubtOf(error) ?? refusalDoubt(error);
    if (!doubt || (error instanceof ApiError && error.outcomeUnknown)) session.wrote();
    if (doubt) return doubt;
    // A failed deletion may have been carried out all the same: only LumenOne shows that.
    const { is } = await whereabouts(subject);
    if (is !== "gone") throw error;
    return undefined;
  }
}

function refusalDoubt(error: unknown): Doubt | undefined {
  if (!(error instanceof ApiError) || error.reason !== "badRequest") return undefined;
  const { operationId, method, path, status, responseText } = error;
  return {
    ...doubtAbout(`${operationId} (${method} ${path})`, `${status}${responseText ? `, "${responseText}"` : ""}`),
    cause: error,
  };
}

/**
 * Drops a resource whose creation was never confirmed. A matching object, if any, is named in a warning and kept, since it
 * may belong to someone else.
 */
async function forget(subject: Subject, before: readonly string[]): Promise<void> {
  // A replacement of this process looks for it.
  if (subject.session.unconfirmedBefore(subject.turn)) return;
  const [found] = await appeared(subject, new Set(before));
  if (!found) return;
  subject.context.warn(
    `${subject.label} leaves the state. The response to its creation was lost, and it may be ` +
      `${subject.idOf(found)}, which stays: delete it at LumenOne unless somebody else has made it.`,
  );
}
