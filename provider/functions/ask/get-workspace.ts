import { type components } from "../../client/generated/openapi";
import { type Result, result } from "../result";
import { type Ask } from "./ask";

/** Which workspace to read. */
export interface GetWorkspaceArgs {
  /** Its original slug. */
  workspace: string;
}

/** A workspace, with `slug` as the original slug. */
export type GetWorkspaceResult = Result<components["schemas"]["Workspace"]>;

/** What `getWorkspace` asks LumenOne. */
export const getWorkspace: Ask<GetWorkspaceArgs, GetWorkspaceResult> = async (client, { workspace }, request) =>
  result(await client.getWorkspace({ slug: workspace }, undefined, request));
