import { type components } from "../../client/generated/openapi";
import { type Result, results } from "../result";
import { type Ask } from "./ask";

/** Whose to list. */
export interface GetWorkspaceToolsArgs {
  /** Original slug of the workspace. */
  workspace: string;
}

/** The tools that are attached to the workspace. */
export interface GetWorkspaceToolsResult {
  tools: Result<components["schemas"]["Tool"]>[];
}

/** The result is secret: tools hold credentials. */
export const secret = true;

/** What `getWorkspaceTools` asks LumenOne. */
export const getWorkspaceTools: Ask<GetWorkspaceToolsArgs, GetWorkspaceToolsResult> = async (
  client,
  { workspace },
  request,
) => ({
  tools: results(await client.listWorkspaceTools({ slug: workspace }, undefined, request)),
});
