import { find } from "../../lifecycle/object/find";
import { type Subject } from "../../lifecycle/object/subject";
import { type Values } from "../../lifecycle/state/values";

/** Milliseconds between the first two looks, and at most between any. */
const firstPause = 2000;
const longestPause = 30_000;

/** Statuses that nobody changes any more (assumed). */
const final = ["fulfilled", "rejected", "cancelled"];

/**
 * The number request as it is when a person has decided on it, or when the time that the program gave is over. Never
 * fails: the request is made, and has to get into the state.
 */
export async function fulfilled(asked: Subject, request: Values): Promise<Values> {
  const seconds = asked.values["waitUntilFulfilled"];
  if (typeof seconds !== "number") return request;
  const subject = asked.at(asked.idOf(request));
  const { context, session, label } = subject;
  const { signal } = context;
  const { time } = session;
  const end = time.now() + seconds * 1000;
  let latest = request;
  let trouble = "";
  if (!isDecided(latest)) context.info(`${label}: waiting up to ${seconds} s for it to be fulfilled.`);
  for (
    let pause = firstPause;
    !isDecided(latest) && time.now() < end && !signal?.aborted;
    pause = Math.min(pause * 2, longestPause)
  ) {
    await time.wait(Math.min(pause, end - time.now()), signal);
    if (signal?.aborted) break;
    try {
      const seen = (await find(subject)) ?? latest;
      if (seen["status"] !== latest["status"]) context.info(`${label} is ${String(seen["status"])}.`);
      [latest, trouble] = [seen, ""];
    } catch (error) {
      trouble = ` The last look at it failed: ${String(error)}`;
    }
  }
  if (latest["status"] !== "fulfilled") {
    const next = isDecided(latest) ? "Ask LumenOne why." : "`pulumi refresh` shows when it is fulfilled.";
    context.warn(`${label} is ${String(latest["status"])}, and there is no number yet. ${next}${trouble}`);
  }
  return latest;
}

function isDecided({ status }: Values): boolean {
  return final.includes(String(status));
}
