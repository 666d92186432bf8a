import { type components } from "../../client/generated/openapi";
import { ArgumentError } from "../../errors/argument-error";
import { type Result, results } from "../result";
import { type Ask } from "./ask";

/** Which phone numbers to list. */
export interface GetNumbersArgs {
  /** Original slug of an organization. Default: every organization of the account. */
  organization?: string;
  /** Goes to LumenOne as it is; needs `organization` (documented; its values are not). Default: none. */
  scope?: string;
}

/** Phone numbers, each with the voice integration that it is linked to, or null (assumed). */
export interface GetNumbersResult {
  numbers: Result<components["schemas"]["Number"]>[];
}

/** What `getNumbers` asks LumenOne. */
export const getNumbers: Ask<GetNumbersArgs, GetNumbersResult> = async (client, { organization, scope }, request) => {
  if (organization === undefined) {
    if (scope !== undefined) throw new ArgumentError("listNumbers", "scope", "needs an organization");
    return { numbers: results(await client.listNumbers({}, undefined, request)) };
  }
  if (scope === undefined) {
    return { numbers: results(await client.listOrganizationNumbers({ orgSlug: organization }, undefined, request)) };
  }
  // Only this operation knows a scope, and it knows an organization by its number (documented).
  const { id } = await client.getOrganization({ orgSlug: organization }, undefined, request);
  return { numbers: results(await client.listNumbers({ organization_id: Number(id), scope }, undefined, request)) };
};
