import { getWorkspaces as ask, type GetWorkspacesArgs, type GetWorkspacesResult } from "./ask/get-workspaces";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetWorkspacesArgs, type GetWorkspacesResult };

/**
 * Lists the workspaces of an organization (documented), all of them: LumenOne is not known to page this list (assumed).
 * Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is no such organization, or none that the account may see
 *
 * @example
 * const { workspaces } = await lumenone.getWorkspaces({ organization: "acme" });
 */
export function getWorkspaces(args: GetWorkspacesArgs, options?: InvokeOptions): Promise<GetWorkspacesResult> {
  return invoke(options, ask, args);
}

/** {@link getWorkspaces} for outputs. */
export const getWorkspacesOutput = outputForm(getWorkspaces);
