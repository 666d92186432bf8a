import * as ask from "./ask/workspaces";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

// For the types of arguments and results: the functions below take the place of those that they ask.
export * from "./ask/workspaces";

/**
 * Reads a workspace (documented). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { openAiPrompt } = await lumenone.getWorkspace({ workspace: "support" });
 */
export function getWorkspace(args: ask.GetWorkspaceArgs, options?: InvokeOptions) {
  return invoke(options, ask.getWorkspace, args);
}

/** {@link getWorkspace} for outputs. */
export const getWorkspaceOutput = outputForm(getWorkspace);

/**
 * Lists the workspaces of an organization (documented), all of them: LumenOne is not known to page this list (assumed).
 * Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is no such organization, or none that the account may see
 *
 * @example
 * const { workspaces } = await lumenone.getWorkspaces({ organization: "acme" });
 */
export function getWorkspaces(args: ask.GetWorkspacesArgs, options?: InvokeOptions) {
  return invoke(options, ask.getWorkspaces, args);
}

/** {@link getWorkspaces} for outputs. */
export const getWorkspacesOutput = outputForm(getWorkspaces);

/**
 * Lists the tools that are attached to a workspace (assumed), all of them: LumenOne is not known to page this list (assumed).
 * Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is no such workspace, or none that the account may see
 *
 * @example
 * const { tools } = await lumenone.getWorkspaceTools({ workspace: "support" });
 */
export function getWorkspaceTools(args: ask.GetWorkspaceToolsArgs, options?: InvokeOptions) {
  return invoke(options, ask.getWorkspaceTools, args);
}

/** {@link getWorkspaceTools} for outputs. Its result is secret, since a tool's `config` is. */
export const getWorkspaceToolsOutput = outputForm(getWorkspaceTools, ask.getWorkspaceTools);
