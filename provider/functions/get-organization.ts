import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, result } from "./result";

/** Which organization to read. */
export interface GetOrganizationArgs {
  /** Its original slug. */
  organization: string;
}

/** An organization, with `slug` as the original slug. */
export type GetOrganizationResult = Result<components["schemas"]["Organization"]>;

/**
 * Reads an organization (documented). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const acme = await lumenone.getOrganization({ organization: "acme" });
 */
export function getOrganization(args: GetOrganizationArgs, options?: InvokeOptions): Promise<GetOrganizationResult> {
  return invoke(options, async (client, request) =>
    result(await client.getOrganization({ orgSlug: args.organization }, undefined, request)),
  );
}

/** {@link getOrganization} for outputs. */
export const getOrganizationOutput = outputForm(getOrganization);
