import { type components } from "../../client/generated/openapi";
import { type Result, result, results } from "../result";
import { type Ask } from "./ask";

/** Which workspace to read. */
export interface GetWorkspaceArgs {
  /** Its original slug. */
  workspace: string;
}

/** A workspace, with `slug` as the original slug. */
export type GetWorkspaceResult = Result<components["schemas"]["Workspace"]>;

export const getWorkspace: Ask<GetWorkspaceArgs, GetWorkspaceResult> = async (client, { workspace }, request) =>
  result(await client.getWorkspace({ slug: workspace }, undefined, request));

/** Whose to list. */
export interface GetWorkspacesArgs {
  /** Original slug of the organization. */
  organization: string;
}

/** Every workspace of the organization. */
export interface GetWorkspacesResult {
  workspaces: Result<components["schemas"]["Workspace"]>[];
}

export const getWorkspaces: Ask<GetWorkspacesArgs, GetWorkspacesResult> = async (client, args, request) => ({
  workspaces: results(await client.listOrganizationWorkspaces({ orgSlug: args.organization }, undefined, request)),
});

/** Whose to list. */
export interface GetWorkspaceToolsArgs {
  /** Original slug of the workspace. */
  workspace: string;
}

/** The tools that are attached to the workspace. */
export interface GetWorkspaceToolsResult {
  tools: Result<components["schemas"]["Tool"]>[];
}

export const getWorkspaceTools: Ask<GetWorkspaceToolsArgs, GetWorkspaceToolsResult> = async (
  client,
  args,
  request,
) => ({
  tools: results(await client.listWorkspaceTools({ slug: args.workspace }, undefined, request)),
});
// Tools hold credentials.
getWorkspaceTools.secret = true;
