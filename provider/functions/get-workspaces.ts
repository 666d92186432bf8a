import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, results } from "./result";

/** Whose to list. */
export interface GetWorkspacesArgs {
  /** Original slug of the organization. */
  organization: string;
}

/** What LumenOne has. */
export interface GetWorkspacesResult {
  workspaces: Result<components["schemas"]["Workspace"]>[];
}

/**
 * Lists the workspaces of an organization (documented), all of them: LumenOne is not known to page this list (assumed).
 * Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is no such organization, or none that the account may see
 *
 * @example
 * const { workspaces } = await lumenone.getWorkspaces({ organization: "acme" });
 */
export function getWorkspaces(args: GetWorkspacesArgs, options?: InvokeOptions): Promise<GetWorkspacesResult> {
  return invoke(options, async (client, request) => ({
    workspaces: results(await client.listOrganizationWorkspaces({ orgSlug: args.organization }, undefined, request)),
  }));
}

/** {@link getWorkspaces} for outputs. */
export const getWorkspacesOutput = outputForm(getWorkspaces);
