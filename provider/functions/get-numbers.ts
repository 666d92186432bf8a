import { getNumbers as ask, type GetNumbersArgs, type GetNumbersResult } from "./ask/get-numbers";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetNumbersArgs, type GetNumbersResult };

/**
 * Lists phone numbers (documented; the form with `organization` alone assumed), all of them: LumenOne is not known to page
 * these lists. Runs when it is called, in preview too.
 * @throws {ArgumentError} `scope` is given without `organization`
 * @throws {ApiError} 404 when there is no such organization, or none that the account may see
 *
 * @example
 * const { numbers } = await lumenone.getNumbers({ organization: "acme" });
 * const free = numbers.find(({ voiceIntegrationId }) => voiceIntegrationId === null);
 */
export function getNumbers(args: GetNumbersArgs = {}, options?: InvokeOptions): Promise<GetNumbersResult> {
  return invoke(options, ask, args);
}

/** {@link getNumbers} for outputs. */
export const getNumbersOutput = outputForm(getNumbers);
