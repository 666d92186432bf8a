import { pick, type Random } from "../seeded";
import { type WrongResponse } from "./wrong-response";

/** What a gateway does while it is broken. */
export interface Outage {
  readonly wrong: WrongResponse;
  /** The requests that it hits: one operation of the contract, or all of a sort. */
  readonly hits: { readonly operationId: string } | "every GET" | "every write" | "everything";
  /** Requests of that sort that pass before it begins. */
  readonly skip: number;
  /** How many of them it hits; `Infinity`: until it is healed. */
  readonly times: number;
  /** Whether the requests reach LumenOne, for kinds of response that do not say. */
  readonly carriedOut: boolean;
}

/** An outage that follows from chance. @param operationIds those that it may be about */
export function randomOutage(random: Random, operationIds: readonly string[], wrong: WrongResponse): Outage {
  // Where every response says so, an object does not exist for anybody.
  const broad = random() < 0.4 && !wrong.plausible;
  return {
    wrong,
    hits: broad
      ? pick(random, ["every GET", "every write", "everything"] as const)
      : { operationId: pick(random, operationIds) },
    skip: random() < (broad ? 0.6 : 0.2) ? Math.floor(random() * (broad ? 8 : 2)) : 0,
    times: random() < 0.5 ? Infinity : 1 + Math.floor(random() * 3),
    carriedOut: random() < 0.5,
  };
}

/** Whether an outage is about such a request. */
export function isHit({ hits }: Outage, method: string, operationId: string | undefined): boolean {
  if (hits === "everything") return true;
  if (hits === "every GET") return method === "GET";
  if (hits === "every write") return method !== "GET";
  return hits.operationId === operationId;
}

/** An outage in words. */
export function outageText({ wrong, hits, skip, times, carriedOut }: Outage): string {
  const where = typeof hits === "string" ? hits : hits.operationId;
  const done = wrong.ofReply || wrong.unsent ? "" : carriedOut ? ", carried out" : ", not carried out";
  return `${wrong.name} on ${where}${done}, after ${skip}, ${times === Infinity ? "until healed" : `${times} times`}`;
}
