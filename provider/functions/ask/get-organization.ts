import { type components } from "../../client/generated/openapi";
import { type Result, result } from "../result";
import { type Ask } from "./ask";

/** Which organization to read. */
export interface GetOrganizationArgs {
  /** Its original slug. */
  organization: string;
}

/** An organization, with `slug` as the original slug. */
export type GetOrganizationResult = Result<components["schemas"]["Organization"]>;

/** What `getOrganization` asks LumenOne. */
export const getOrganization: Ask<GetOrganizationArgs, GetOrganizationResult> = async (
  client,
  { organization },
  request,
) => result(await client.getOrganization({ orgSlug: organization }, undefined, request));
