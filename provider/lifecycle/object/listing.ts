import { type ApiRequest } from "../process/api";
import { type Doubt, doubtAbout, doubtOf, sayDoubt } from "./doubt";
import { type Subject } from "./subject";
import { type Values } from "../state/values";

/** The objects of one parent, or why they are not known. */
export type Listing = { readonly items: readonly Values[] } | { readonly doubt: Doubt };

/**
 * The objects of one kind under one parent, from one request for all who ask before the next write.
 * @param proof what the list lacks is taken for absent: it has to be LumenOne's own beyond doubt
 * @throws {ApiError} LumenOne could not be asked
 */
export function listing(subject: Subject, proof = false): Promise<Listing> {
  const { session, scope } = subject;
  return session.share(`${proof ? "proof" : "list"} ${scope}`, async () => {
    const listed = await list(subject, proof);
    // A response that is not a list proves nothing either, so it is not requested again.
    if (!proof && "doubt" in listed) void session.share(`proof ${scope}`, () => Promise.resolve(listed));
    return listed;
  });
}

/**
 * Every object of the kind under the same parent, read afresh. The list proves what is absent.
 * @throws for anything but a list of LumenOne's own: a parent that is gone, too, must not read as "there is none"
 */
export async function listAll(subject: Subject): Promise<Values[]> {
  const listed = await list(subject, true);
  if ("items" in listed) return [...listed.items];
  throw listed.doubt.cause ?? new Error(`${sayDoubt(listed.doubt)}.`);
}

async function list(subject: Subject, proof: boolean): Promise<Listing> {
  const { operations, id, kind } = subject.definition;
  const operation = operations.list;
  if (!operation) throw new Error(`${kind} has no list operation`);
  try {
    const items = await itemsOf(subject, { proof });
    const parts = Object.values(id).flatMap((part) => part.response ?? []);
    if (proof && items.some((item) => parts.some((part) => !isNamed(item[part])))) {
      return { doubt: doubtAbout(operation, `a list in which something has no ${parts.join(" or no ")}`) };
    }
    return { items };
  } catch (error) {
    if (error instanceof NoList) return { doubt: doubtAbout(operation, error.message.replace(/\.$/, "")) };
    const doubt = doubtOf(error);
    if (!doubt) throw error;
    return { doubt };
  }
}

/** A response from which the objects of a parent cannot be taken. */
class NoList extends Error {}

/**
 * The objects in the response of the kind's list operation, which is a list or holds one.
 * @throws {ApiError} LumenOne refused, or there was no usable response
 */
export async function itemsOf(subject: Subject, request: ApiRequest = {}): Promise<Values[]> {
  const { operations, items } = subject.definition;
  if (!items) return subject.list(operations.list!, request);
  const response = await subject.one(operations.list!, request);
  try {
    return items(response, subject.values);
  } catch (error) {
    throw new NoList(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

const isNamed = (value: unknown) => typeof value === "number" || (typeof value === "string" && value !== "");
