import { type components } from "../../client/generated/openapi";
import { type Result, results } from "../result";
import { type Ask } from "./ask";

/** Which organizations to list. */
export interface GetOrganizationsArgs {
  /** Those of every account of the company, not only of the configured one. Default: false. */
  allAccounts?: boolean;
}

/** Organizations, with `slug` as the original slug. */
export interface GetOrganizationsResult {
  organizations: Result<components["schemas"]["Organization"]>[];
}

/** What `getOrganizations` asks LumenOne. */
export const getOrganizations: Ask<GetOrganizationsArgs, GetOrganizationsResult> = async (
  client,
  { allAccounts },
  request,
) => {
  const scope = allAccounts ? { accountId: null } : request;
  return { organizations: results(await client.listOrganizations({}, undefined, scope)) };
};
