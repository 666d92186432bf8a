import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, results } from "./result";

/** Whose to list. */
export interface GetWorkspaceToolsArgs {
  /** Original slug of the workspace. */
  workspace: string;
}

/** What LumenOne has. */
export interface GetWorkspaceToolsResult {
  tools: Result<components["schemas"]["Tool"]>[];
}

/**
 * Lists the tools that are attached to a workspace (assumed), all of them: LumenOne is not known to page this list (assumed).
 * Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is no such workspace, or none that the account may see
 *
 * @example
 * const { tools } = await lumenone.getWorkspaceTools({ workspace: "support" });
 */
export function getWorkspaceTools(
  args: GetWorkspaceToolsArgs,
  options?: InvokeOptions,
): Promise<GetWorkspaceToolsResult> {
  return invoke(options, async (client, request) => ({
    tools: results(await client.listWorkspaceTools({ slug: args.workspace }, undefined, request)),
  }));
}

/** {@link getWorkspaceTools} for outputs. Its result is secret, since a tool's `config` is. */
export const getWorkspaceToolsOutput = outputForm(getWorkspaceTools, { secret: true });
