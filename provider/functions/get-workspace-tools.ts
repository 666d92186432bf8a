import {
  getWorkspaceTools as ask,
  type GetWorkspaceToolsArgs,
  type GetWorkspaceToolsResult,
  secret,
} from "./ask/get-workspace-tools";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetWorkspaceToolsArgs, type GetWorkspaceToolsResult };

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
  return invoke(options, ask, args);
}

/** {@link getWorkspaceTools} for outputs. Its result is secret, since a tool's `config` is. */
export const getWorkspaceToolsOutput = outputForm(getWorkspaceTools, { secret });
