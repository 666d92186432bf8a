import { ApiError } from "../../errors/api-error";
import { appeared, turnOf } from "../once/appeared";
import { type Context } from "../process/context";
import { hiding } from "../process/hiding";
import { type Definition } from "../definition/definition";
import { type Doubt, doubtAbout, doubtOf } from "../object/doubt";
import { request } from "../object/find";
import { confirmGone, isKnownGone, whereabouts } from "../object/gone";
import { assertMoved } from "../ownership/dependents";
import { idOf } from "../object/identity";
import { noteLineage } from "../object/lineage";
import { assertOrigin } from "../object/origin";
import { protectedError } from "../ownership/protected-error";
import { resourceLabel } from "../errors/resource-error";
import { objectKey } from "../object/scope";
import { saysDone } from "../once/says-done";
import { markIn } from "../state/bookkeeping";
import { unconfirmedSince } from "../once/unconfirmed";
import { upgrade } from "../definition/upgrade";
import { type Values } from "../state/values";

/** Deletes the object. One that is provably gone already counts as deleted. */
export async function remove(definition: Definition, given: Context, id: string, state: Values): Promise<void> {
  const context = hiding(definition, given, state);
  const olds = upgrade(definition, state);
  const resource = resourceLabel(definition, olds, id);
  assertOrigin(definition, context, id, olds);
  const unconfirmed = unconfirmedSince(olds);
  if (unconfirmed) return await forget(definition, context, olds, unconfirmed);
  const heir = context.session.holders.heir(objectKey(definition, context, olds, id), markIn(olds));
  if (heir === "state") {
    context.warn(`${resource} leaves the state only: another resource of this program stands for it, too.`);
  }
  if (heir) return;
  if (olds["deletionProtection"] === true) throw protectedError(definition, olds, id);
  const { operations } = definition;
  if (!operations.delete) {
    context.warn(`${resource} leaves the state only. ${definition.forgets ?? ""}`.trim());
    context.session.replacements.leave(objectKey(definition, context, olds, id));
    return;
  }
  noteLineage(definition, context, id, olds);
  // What it lies in is gone already, and has taken it along.
  const isGone = isKnownGone(definition, context, id, olds);
  if (!isGone) await assertMoved(definition, context, id, olds);
  const doubt = isGone ? undefined : await send(definition, context, id, olds);
  if (doubt) await confirmGone(definition, context, id, olds, doubt);
  context.session.noteDeleted(objectKey(definition, context, olds, id));
}

/** Sends the deletion. @returns why it is in doubt that LumenOne deleted the object, if it is */
async function send(definition: Definition, context: Context, id: string, olds: Values): Promise<Doubt | undefined> {
  const call = request(definition, context, olds, id);
  const operation = definition.operations.delete!;
  try {
    await definition.beforeDelete?.(context, id, olds);
    if (definition.delete) await definition.delete(context, id, olds);
    else {
      const answer = await context.api.call(operation, { ...call, fields: { ...olds, ...call.parameters } });
      if (!saysDone(answer, definition.deleted))
        return doubtAbout(operation, "a success that does not say that it was deleted");
    }
    context.session.wrote();
    return undefined;
  } catch (error) {
    // LumenOne refuses some deletions of unknown objects with 400 (upstream). Neither that nor a 404 changed anything.
    const doubt = doubtOf(error) ?? refusalDoubt(error);
    if (!doubt || (error instanceof ApiError && error.outcomeUnknown)) context.session.wrote();
    if (doubt) return doubt;
    // What failed can have been carried out all the same, which LumenOne alone shows.
    const { is } = await whereabouts(definition, context, id, olds);
    if (is !== "gone") throw error;
    return undefined;
  }
}

function refusalDoubt(error: unknown): Doubt | undefined {
  if (!(error instanceof ApiError) || error.reason !== "badRequest") return undefined;
  const { operationId, method, path, status, answer } = error;
  return {
    ...doubtAbout(`${operationId} (${method} ${path})`, `${status}${answer ? `, "${answer}"` : ""}`),
    cause: error,
  };
}

/**
 * Lets go of a resource of which nobody knows whether it was made. What may be it is told and left: it could be
 * somebody else's.
 */
async function forget(
  definition: Definition,
  context: Context,
  olds: Values,
  before: readonly string[],
): Promise<void> {
  // A replacement of this process looks for it.
  if (context.session.unconfirmedBefore(turnOf(definition, context, olds))) return;
  const [found] = await appeared(definition, context, olds, new Set(before));
  if (!found) return;
  context.warn(
    `${resourceLabel(definition, olds)} leaves the state. LumenOne's answer to its creation was lost, and it may be ` +
      `${idOf(definition, olds, found)}, which stays: delete it at LumenOne unless somebody else has made it.`,
  );
}
