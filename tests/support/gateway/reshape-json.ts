import { pick, type Random } from "../seeded";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every list in a JSON, the outermost first; of text in it no more. */
function listsIn(json: unknown, depth = 0): unknown[][] {
  if (depth > 5) return [];
  if (Array.isArray(json)) return [json as unknown[], ...json.flatMap((item) => listsIn(item, depth + 1))];
  return isObject(json) ? Object.values(json).flatMap((value) => listsIn(value, depth + 1)) : [];
}

/** Changes one of the lists in a JSON that are not empty. @returns whether there is one */
export function changeList(json: unknown, random: Random, change: (list: unknown[]) => void): boolean {
  const lists = listsIn(json).filter((list) => list.some(isObject));
  if (lists.length === 0) return false;
  change(pick(random, lists));
  return true;
}

/** The content of a response under a key that the contract does not know. */
export function inOtherEnvelope(json: unknown): unknown {
  const content = isObject(json) ? Object.values(json).find((value) => typeof value === "object" && value) : json;
  return { status: "ok", payload: { content: content ?? null } };
}

/** The object or one item without what its id is made of. */
export function withoutId(json: unknown, random: Random): unknown {
  const drop = (object: Json) => ["id", "slug", "docpath", "name", "location"].forEach((key) => delete object[key]);
  const changed = changeList(json, random, (list) => drop(pick(random, list.filter(isObject))));
  const inner = isObject(json) ? Object.values(json).find(isObject) : undefined;
  if (!changed && isObject(inner)) drop(inner);
  return json;
}

/**
 * The same response about another object that was seen before: one with the same fields.
 * @returns undefined when there is none
 */
export function aboutAnother(json: unknown, seen: readonly unknown[], random: Random): unknown {
  if (!isObject(json)) return undefined;
  const [key, own] = Object.entries(json).find(([, value]) => isObject(value)) ?? [];
  if (key === undefined || !isObject(own)) return undefined;
  const fields = Object.keys(own).sort().join();
  const others = seen
    .flatMap((one) => listsIn(one).flat())
    .filter(isObject)
    .filter((one) => one["id"] !== own["id"] && Object.keys(one).sort().join() === fields);
  return others.length > 0 ? { ...json, [key]: pick(random, others) } : undefined;
}
