import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { inputFields, remoteValue } from "../definition/fields";
import { isKnownGone, isParentGone, notProven, whereabouts } from "./gone";
import { identityFields, isAnswerFor } from "./identity";
import { listing } from "./listing";
import { look } from "./look";
import { type Values } from "../state/values";

export { listAll } from "./listing";
export { request } from "./request";

/**
 * What LumenOne has under this id; undefined when the object provably no longer exists.
 * @throws {ResourceError} nothing says whether it exists
 */
export async function find(
  definition: Definition,
  context: Context,
  id: string,
  state: Values,
): Promise<Values | undefined> {
  const sight = await look(definition, context, id, state);
  if ("object" in sight) return sight.object;
  const found = await whereabouts(definition, context, id, state, sight.doubt);
  if (found.is === "gone") return undefined;
  // What the list shows afterwards is the object, if it shows all that the program set.
  const isWhole = found.is === "there" && (!definition.operations.read || showsAll(definition, state, found.object));
  if (isWhole) return found.object;
  throw notProven(definition, id, state, sight.doubt, found);
}

/**
 * The same for an object that is already managed, with as few requests as can be: from the list of its parent where
 * that shows every field that the program set, else alone.
 */
export async function observe(
  definition: Definition,
  context: Context,
  id: string,
  state: Values,
): Promise<Values | undefined> {
  if (isKnownGone(definition, context, id, state)) return undefined;
  const { list, read } = definition.operations;
  const parents = Object.values(definition.parameters ?? {});
  if (!list || !read || parents.some((field) => state[field] === undefined))
    return find(definition, context, id, state);
  const listed = await listing(definition, context, state);
  // Not each of them has to be asked for when what they lie in is gone.
  if ("doubt" in listed && (await isParentGone(definition, context, state))) return undefined;
  const object = "items" in listed ? listed.items.find((item) => isAnswerFor(definition, id, item)) : undefined;
  return object && showsAll(definition, state, object) ? object : find(definition, context, id, state);
}

function showsAll(definition: Definition, state: Values, listed: Values): boolean {
  const identity = identityFields(definition);
  return inputFields(definition.fields).every(
    ([name, field]) =>
      field.local || identity.has(name) || state[name] === undefined || remoteValue(listed, name, field) !== undefined,
  );
}
