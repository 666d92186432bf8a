import { type components } from "../../client/generated/openapi";
import { type Result, results } from "../result";
import { type Ask } from "./ask";

/** Whose to list. */
export interface GetOrganizationToolsArgs {
  /** Original slug of the organization. */
  organization: string;
}

/** The organization's tools. */
export interface GetOrganizationToolsResult {
  tools: Result<components["schemas"]["Tool"]>[];
}

/** The result is secret: tools hold credentials. */
export const secret = true;

/** What `getOrganizationTools` asks LumenOne. */
export const getOrganizationTools: Ask<GetOrganizationToolsArgs, GetOrganizationToolsResult> = async (
  client,
  { organization },
  request,
) => ({
  tools: results(await client.listOrganizationTools({ orgSlug: organization }, undefined, request)),
});
