import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { type Doubt, doubtAbout, doubtOf } from "./doubt";
import { isAnswerFor, parseId } from "./identity";
import { listing } from "./listing";
import { request } from "./request";
import { isObject, type Values } from "../state/values";

/** An object as LumenOne shows it, or what came back in its place. */
export type Sight = { readonly object: Values } | { readonly doubt: Doubt };

/**
 * Looks at one object: alone where there is an operation for it, else in the list of its parent.
 * @throws {ApiError} LumenOne could not be asked
 */
export async function look(definition: Definition, context: Context, id: string, state: Values): Promise<Sight> {
  const { read, list } = definition.operations;
  if (read) return lookAlone(definition, context, id, state);
  const listed = await listing(definition, context, state);
  if ("doubt" in listed) return listed;
  const object = listed.items.find((item) => isAnswerFor(definition, id, item));
  return object ? { object } : { doubt: doubtAbout(String(list), "a list without it") };
}

async function lookAlone(definition: Definition, context: Context, id: string, state: Values): Promise<Sight> {
  const read = definition.operations.read!;
  try {
    const answer = await context.api.call(read, request(definition, context, state, id));
    if (!isObject(answer) || Object.keys(answer).length === 0) return { doubt: doubtAbout(read, "nothing") };
    const other = await otherName(definition, context, id, state, answer);
    if (other === undefined) return { object: answer };
    return { doubt: { ...doubtAbout(read, `another object, ${other}`), isOther: true } };
  } catch (error) {
    const doubt = doubtOf(error);
    if (!doubt) throw error;
    return { doubt };
  }
}

/** What an answered object calls itself, when it is not the one that was asked for. One that does not say is. */
async function otherName(
  definition: Definition,
  context: Context,
  id: string,
  state: Values,
  answer: Values,
): Promise<string | undefined> {
  const parts = parseId(definition, id);
  for (const [parameter, { answer: name }] of Object.entries(definition.id)) {
    const value = name === undefined ? undefined : answer[name];
    if ((typeof value !== "string" && typeof value !== "number") || String(value) === parts[parameter]) continue;
    return `${name} ${JSON.stringify(value)}`;
  }
  if ((await definition.isOwn?.(context, id, state, answer)) ?? true) return undefined;
  return `id ${JSON.stringify(answer["id"])}`;
}
