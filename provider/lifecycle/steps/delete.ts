import { ApiError } from "../../errors/api-error";
import { appeared, turnOf } from "../once/appeared";
import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { find, isGone, request } from "../object/find";
import { idOf } from "../object/identity";
import { assertOrigin } from "../object/origin";
import { protectedError } from "../ownership/protected-error";
import { resourceLabel } from "../errors/resource-error";
import { objectKey } from "../object/scope";
import { markIn } from "../state/bookkeeping";
import { unconfirmedSince } from "../once/unconfirmed";
import { upgrade } from "../definition/upgrade";
import { type Values } from "../state/values";

/** Deletes the object. One that is gone already counts as deleted. */
export async function remove(definition: Definition, context: Context, id: string, state: Values): Promise<void> {
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
    return;
  }
  const call = request(definition, context, olds, id);
  try {
    await definition.beforeDelete?.(context, id, olds);
    const deleted =
      definition.delete?.(context, id, olds) ??
      context.api.call(operations.delete, { ...call, fields: { ...olds, ...call.parameters } });
    await deleted.finally(() => context.session.wrote());
  } catch (error) {
    // LumenOne answers some deletes of unknown objects with 400, and a wrong path with 404: reading decides.
    const unclear = isGone(error) || (error instanceof ApiError && error.reason === "badRequest");
    if (!unclear || (await find(definition, context, id, olds))) throw error;
  }
  context.session.noteDeleted(objectKey(definition, context, olds, id));
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
