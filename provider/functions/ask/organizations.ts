import { type components } from "../../client/generated/openapi";
import { type Result, result, results } from "../result";
import { type Ask } from "./ask";

/** Every account of the company. */
export interface GetAccountsResult {
  accounts: Result<components["schemas"]["Account"]>[];
}

export const getAccounts: Ask<object, GetAccountsResult> = async (client) => ({
  accounts: results(await client.listAccounts()),
});

/** Whether LumenOne accepts the configured key. */
export interface GetAuthStatusResult {
  authenticated: boolean;
}

export const getAuthStatus: Ask<object, GetAuthStatusResult> = async (client) => ({
  authenticated: (await client.verifyApiKey()).authenticated,
});

/** Which organization to read. */
export interface GetOrganizationArgs {
  /** Its original slug. */
  organization: string;
}

/** An organization, with `slug` as the original slug. */
export type GetOrganizationResult = Result<components["schemas"]["Organization"]>;

export const getOrganization: Ask<GetOrganizationArgs, GetOrganizationResult> = async (client, args, request) =>
  result(await client.getOrganization({ orgSlug: args.organization }, undefined, request));

/** Which organizations to list. */
export interface GetOrganizationsArgs {
  /** Those of every account of the company, not only of the configured one. Default: false. */
  allAccounts?: boolean;
}

/** Organizations, with `slug` as the original slug. */
export interface GetOrganizationsResult {
  organizations: Result<components["schemas"]["Organization"]>[];
}

export const getOrganizations: Ask<GetOrganizationsArgs, GetOrganizationsResult> = async (client, args, request) => {
  const scope = args.allAccounts ? { accountId: null } : request;
  return { organizations: results(await client.listOrganizations({}, undefined, scope)) };
};

/** Whose to list. */
export interface GetOrganizationToolsArgs {
  /** Original slug of the organization. */
  organization: string;
}

/** The organization's tools. */
export interface GetOrganizationToolsResult {
  tools: Result<components["schemas"]["Tool"]>[];
}

export const getOrganizationTools: Ask<GetOrganizationToolsArgs, GetOrganizationToolsResult> = async (
  client,
  { organization },
  request,
) => ({
  tools: results(await client.listOrganizationTools({ orgSlug: organization }, undefined, request)),
});
// Tools hold credentials.
getOrganizationTools.secret = true;
