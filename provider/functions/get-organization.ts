import { getOrganization as ask, type GetOrganizationArgs, type GetOrganizationResult } from "./ask/get-organization";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetOrganizationArgs, type GetOrganizationResult };

/**
 * Reads an organization (documented). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { name, createdAt } = await lumenone.getOrganization({ organization: "acme" });
 */
export function getOrganization(args: GetOrganizationArgs, options?: InvokeOptions): Promise<GetOrganizationResult> {
  return invoke(options, ask, args);
}

/** {@link getOrganization} for outputs. */
export const getOrganizationOutput = outputForm(getOrganization);
