import { ApiError } from "../errors/api-error";
import { type Context } from "./context";
import { type Definition } from "./definition";
import { find, isGone, request } from "./find";
import { assertOrigin } from "./origin";
import { ResourceError, resourceLabel } from "./resource-error";
import { objectKey } from "./scope";
import { upgrade } from "./upgrade";
import { type Values } from "./values";

/** Deletes the object. One that is gone already counts as deleted. */
export async function remove(definition: Definition, context: Context, id: string, state: Values): Promise<void> {
  const olds = upgrade(definition, state);
  const resource = resourceLabel(definition, olds, id);
  assertOrigin(definition, context, id, olds);
  if (context.session.keeps(objectKey(definition, context, olds, id))) return;
  if (olds["deletionProtection"] === true) {
    throw new ResourceError(
      resource,
      "it is protected by `deletionProtection: true` and was not deleted.",
      "Set it to false, run `pulumi up`, and delete then.",
    );
  }
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
    // LumenOne answers some deletes of unknown objects with 400: reading decides.
    const unclear = error instanceof ApiError && error.reason === "badRequest";
    if (!isGone(error) && (!unclear || (await find(definition, context, id, olds)))) throw error;
  }
  context.session.release(objectKey(definition, context, olds, id));
}
