import {
  getOrganizationTools as ask,
  type GetOrganizationToolsArgs,
  type GetOrganizationToolsResult,
  secret,
} from "./ask/get-organization-tools";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetOrganizationToolsArgs, type GetOrganizationToolsResult };

/**
 * Lists the tools of an organization (assumed), all of them: LumenOne is not known to page this list (assumed).
 * Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is no such organization, or none that the account may see
 *
 * @example
 * const { tools } = await lumenone.getOrganizationTools({ organization: "acme" });
 */
export function getOrganizationTools(
  args: GetOrganizationToolsArgs,
  options?: InvokeOptions,
): Promise<GetOrganizationToolsResult> {
  return invoke(options, ask, args);
}

/** {@link getOrganizationTools} for outputs. Its result is secret, since a tool's `config` is. */
export const getOrganizationToolsOutput = outputForm(getOrganizationTools, { secret });
