import {
  getNumberRequest as ask,
  type GetNumberRequestArgs,
  type GetNumberRequestResult,
} from "./ask/get-number-request";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetNumberRequestArgs, type GetNumberRequestResult };

/**
 * Reads a number request (assumed). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { status, numberId } = await lumenone.getNumberRequest({ organization: "acme", id: "1" });
 */
export function getNumberRequest(args: GetNumberRequestArgs, options?: InvokeOptions): Promise<GetNumberRequestResult> {
  return invoke(options, ask, args);
}

/** {@link getNumberRequest} for outputs. */
export const getNumberRequestOutput = outputForm(getNumberRequest);
