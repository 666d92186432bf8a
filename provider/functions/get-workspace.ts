import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, result } from "./result";

/** Which workspace to read. */
export interface GetWorkspaceArgs {
  /** Its original slug. */
  workspace: string;
}

/** A workspace, with `slug` as the original slug. */
export type GetWorkspaceResult = Result<components["schemas"]["Workspace"]>;

/**
 * Reads a workspace (documented). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { openAiPrompt } = await lumenone.getWorkspace({ workspace: "support" });
 */
export function getWorkspace(args: GetWorkspaceArgs, options?: InvokeOptions): Promise<GetWorkspaceResult> {
  return invoke(options, async (client, request) =>
    result(await client.getWorkspace({ slug: args.workspace }, undefined, request)),
  );
}

/** {@link getWorkspace} for outputs. */
export const getWorkspaceOutput = outputForm(getWorkspace);
