import { type Values } from "../state/values";

/** The fields of LumenOne's report of a done operation (documented; `error` upstream). */
const ofReport = ["success", "message", "error"];

/**
 * Whether a response without an object in it says that something was done, in LumenOne's own form (`success: true`,
 * documented). Any other words, and reports with something else in them, can be anybody's.
 * @param word what LumenOne says in plain text in its place, where it does
 */
export function saysDone(response: Values, word?: string): boolean {
  if (word !== undefined && response["message"] === word && Object.keys(response).length === 1) return true;
  return response["success"] === true && Object.keys(response).every((key) => ofReport.includes(key));
}
