import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, results } from "./result";

/** Whose to list. */
export interface GetOrganizationToolsArgs {
  /** Original slug of the organization. */
  organization: string;
}

/** What LumenOne has. */
export interface GetOrganizationToolsResult {
  tools: Result<components["schemas"]["Tool"]>[];
}

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
  return invoke(options, async (client, request) => ({
    tools: results(await client.listOrganizationTools({ orgSlug: args.organization }, undefined, request)),
  }));
}

/** {@link getOrganizationTools} for outputs. Its result is secret, since a tool's `config` is. */
export const getOrganizationToolsOutput = outputForm(getOrganizationTools, { secret: true });
