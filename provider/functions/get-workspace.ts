import { getWorkspace as ask, type GetWorkspaceArgs, type GetWorkspaceResult } from "./ask/get-workspace";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetWorkspaceArgs, type GetWorkspaceResult };

/**
 * Reads a workspace (documented). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { openAiPrompt } = await lumenone.getWorkspace({ workspace: "support" });
 */
export function getWorkspace(args: GetWorkspaceArgs, options?: InvokeOptions): Promise<GetWorkspaceResult> {
  return invoke(options, ask, args);
}

/** {@link getWorkspace} for outputs. */
export const getWorkspaceOutput = outputForm(getWorkspace);
