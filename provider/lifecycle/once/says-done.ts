import { isObject } from "../state/values";

/** What stands in LumenOne's report of what it did (documented; `error` upstream). */
const ofReport = ["success", "message", "error"];

/**
 * Whether a response without an object in it says that something was done, in LumenOne's own form (`success: true`,
 * documented). Any other words, and reports with something else in them, can be anybody's.
 * @param word what LumenOne says in plain text in its place, where it does
 */
export function saysDone(answer: unknown, word?: string): boolean {
  if (!isObject(answer)) return false;
  if (word !== undefined && answer["message"] === word && Object.keys(answer).length === 1) return true;
  return answer["success"] === true && Object.keys(answer).every((key) => ofReport.includes(key));
}
