import {
  getNumberRequests as ask,
  type GetNumberRequestsArgs,
  type GetNumberRequestsResult,
} from "./ask/get-number-requests";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetNumberRequestsArgs, type GetNumberRequestsResult };

/**
 * Lists the number requests of an organization (documented), all of them: this list is not known to be paged (assumed). Runs when it
 * is called, in preview too.
 * @throws {ApiError} 400 for a status that LumenOne does not know; 404 when there is no such organization, or none that the
 * account may see
 *
 * @example
 * const { numberRequests } = await lumenone.getNumberRequests({ organization: "acme", status: "pending" });
 */
export function getNumberRequests(
  args: GetNumberRequestsArgs,
  options?: InvokeOptions,
): Promise<GetNumberRequestsResult> {
  return invoke(options, ask, args);
}

/** {@link getNumberRequests} for outputs. */
export const getNumberRequestsOutput = outputForm(getNumberRequests);
