import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { idOf } from "../object/identity";
import { listAll } from "../object/find";
import { objectKey, scopeOf } from "../object/scope";
import { type Values } from "../state/values";

/** What an object is recognised by when its id is not known. */
export function likenessOf(definition: Definition, values: Values): string {
  const likeness = definition.likeness?.(values) ?? values["name"];
  // LumenOne cuts names (upstream), and may trim them.
  return JSON.stringify(typeof likeness === "string" ? likeness.trim().slice(0, 255) : likeness);
}

/** Shared by objects that cannot be told apart before they have an id. */
export function turnOf(definition: Definition, context: Pick<Context, "accountId">, inputs: Values): string {
  return `${scopeOf(definition, context, inputs)} ${likenessOf(definition, inputs)}`;
}

/**
 * The objects that look like the declared one, were not there before, and belong to no resource of this process: the
 * one with the lowest id first. A parent that cannot be listed is an error here: it must not read as "nothing was made".
 */
export async function appeared(
  definition: Definition,
  context: Context,
  inputs: Values,
  before: ReadonlySet<string>,
): Promise<Values[]> {
  const ours = likenessOf(definition, inputs);
  const found = (await listAll(definition, context, inputs))
    .filter((item) => likenessOf(definition, item) === ours)
    .map((item) => ({ item, id: idOf(definition, inputs, item) }))
    .filter(({ id }) => !before.has(id) && !context.session.holders.isHeld(objectKey(definition, context, inputs, id)));
  return found.sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true })).map(({ item }) => item);
}
