import { type Context } from "../process/context";
import { type Definition } from "../definition/definition";
import { type Doubt, doubtAbout, doubtOf, sayDoubt } from "./doubt";
import { request } from "./request";
import { scopeOf } from "./scope";
import { isObject, type Values } from "../state/values";

/** The objects of one parent, or why nobody can say which they are. */
export type Listing = { readonly items: readonly Values[] } | { readonly doubt: Doubt };

/**
 * The objects of one kind under one parent, from one request for all who ask before the next write.
 * @param proof what the list lacks is taken for absent: it has to be LumenOne's own beyond doubt
 * @throws {ApiError} LumenOne could not be asked
 */
export function listing(definition: Definition, context: Context, state: Values, proof = false): Promise<Listing> {
  const scope = scopeOf(definition, context, state);
  const { session } = context;
  return session.share(`${proof ? "proof" : "list"} ${scope}`, async () => {
    const listed = await list(definition, context, state, proof);
    // What is not even a list proves nothing either: it is not asked for again.
    if (!proof && "doubt" in listed) void session.share(`proof ${scope}`, () => Promise.resolve(listed));
    return listed;
  });
}

/**
 * Every object of the kind under the same parent, read afresh. What the list lacks is taken for absent.
 * @throws for anything but a list of LumenOne's own: a parent that is gone, too, must not read as "there is none"
 */
export async function listAll(definition: Definition, context: Context, state: Values): Promise<Values[]> {
  if (!definition.operations.list) return [];
  const listed = await list(definition, context, state, true);
  if ("items" in listed) return [...listed.items];
  throw listed.doubt.cause ?? new Error(`${sayDoubt(listed.doubt)}.`);
}

async function list(definition: Definition, context: Context, state: Values, proof: boolean): Promise<Listing> {
  const { operations, id } = definition;
  const operation = operations.list;
  if (!operation) throw new Error(`${definition.kind} has no list operation`);
  let answer: unknown;
  try {
    answer = await context.api.call(operation, { ...request(definition, context, state), ...(proof && { proof }) });
  } catch (error) {
    const doubt = doubtOf(error);
    if (!doubt) throw error;
    return { doubt };
  }
  try {
    const items: unknown = definition.items ? definition.items(answer, state) : answer;
    if (!Array.isArray(items)) return { doubt: doubtAbout(operation, "something that is not a list") };
    const parts = Object.values(id).flatMap((part) => part.answer ?? []);
    if (proof && items.some((item) => !isObject(item) || parts.some((part) => !isNamed(item[part])))) {
      return { doubt: doubtAbout(operation, `a list in which something has no ${parts.join(" or no ")}`) };
    }
    return { items: items.filter(isObject) };
  } catch (error) {
    return { doubt: doubtAbout(operation, error instanceof Error ? error.message.replace(/\.$/, "") : String(error)) };
  }
}

const isNamed = (value: unknown) => typeof value === "number" || (typeof value === "string" && value !== "");
