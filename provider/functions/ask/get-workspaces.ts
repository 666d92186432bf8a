import { type components } from "../../client/generated/openapi";
import { type Result, results } from "../result";
import { type Ask } from "./ask";

/** Whose to list. */
export interface GetWorkspacesArgs {
  /** Original slug of the organization. */
  organization: string;
}

/** Every workspace of the organization. */
export interface GetWorkspacesResult {
  workspaces: Result<components["schemas"]["Workspace"]>[];
}

/** What `getWorkspaces` asks LumenOne. */
export const getWorkspaces: Ask<GetWorkspacesArgs, GetWorkspacesResult> = async (
  client,
  { organization },
  request,
) => ({
  workspaces: results(await client.listOrganizationWorkspaces({ orgSlug: organization }, undefined, request)),
});
