import { ApiError } from "../../errors/api-error";
import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { inputFields, remoteValue } from "../definition/fields";
import { identityFields, isAnswerFor, parametersOf } from "./identity";
import { accountOf, scopeOf } from "./scope";
import { isObject, type Values } from "../state/values";

/** What LumenOne has under this id, or undefined when there is no such object (or none that this account may see). */
export async function find(
  definition: Definition,
  context: Context,
  id: string,
  state: Values,
): Promise<Values | undefined> {
  const { read } = definition.operations;
  if (!read) return findListed(definition, context, id, state);
  try {
    const answer = await context.api.call(read, { ...request(definition, context, state, id) });
    return isObject(answer) && Object.keys(answer).length > 0 ? answer : undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** The object among those of its parent, which one request lists for all who ask before the next write. */
async function findListed(
  definition: Definition,
  context: Context,
  id: string,
  state: Values,
): Promise<Values | undefined> {
  const list = () => listAll(definition, context, state, { id });
  const items = await context.session.share(scopeOf(definition, context, state), list);
  return items.find((item) => isAnswerFor(definition, id, item));
}

/**
 * The same for an object that is already managed, with as few requests as can be: from the list of its parent where
 * that shows every field that the program set, else alone. A list that leaves a field or an object out proves nothing.
 */
export async function observe(
  definition: Definition,
  context: Context,
  id: string,
  state: Values,
): Promise<Values | undefined> {
  const { list, read } = definition.operations;
  const parents = Object.values(definition.parameters ?? {});
  if (!list || !read || parents.some((field) => state[field] === undefined))
    return find(definition, context, id, state);
  const listed = await findListed(definition, context, id, state);
  return listed && showsAll(definition, state, listed) ? listed : find(definition, context, id, state);
}

function showsAll(definition: Definition, state: Values, listed: Values): boolean {
  const identity = identityFields(definition);
  return inputFields(definition.fields).every(
    ([name, field]) =>
      field.local || identity.has(name) || state[name] === undefined || remoteValue(listed, name, field) !== undefined,
  );
}

/**
 * Every object of the kind under the same parent, read afresh. A parent that is gone has none, unless it is known to be
 * there.
 */
export async function listAll(
  definition: Definition,
  context: Context,
  state: Values,
  { id, parentIsThere = false }: { readonly id?: string; readonly parentIsThere?: boolean } = {},
): Promise<Values[]> {
  const { list } = definition.operations;
  if (!list) return [];
  try {
    const answer = await context.api.call(list, request(definition, context, state, id));
    const items = definition.items ? definition.items(answer) : answer;
    if (Array.isArray(items)) return items.filter(isObject);
  } catch (error) {
    if (isGone(error) && !parentIsThere) return [];
    throw error;
  }
  // To be taken for "there is none", it would have to say so.
  throw new Error(`${list} was answered with something that is no list.`);
}

/** The parameters and account of any call about this object. */
export function request(definition: Definition, context: Context, values: Values, id?: string) {
  const accountId = accountOf(context, values);
  return { parameters: parametersOf(definition, values, id), ...(accountId === undefined ? {} : { accountId }) };
}

/** Whether LumenOne says that there is nothing (404, 410). */
export function isGone(error: unknown): boolean {
  return error instanceof ApiError && error.reason === "notFound";
}
