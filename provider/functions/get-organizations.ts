import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, results } from "./result";

/** Which organizations to list. */
export interface GetOrganizationsArgs {
  /** Those of every account of the company, not only of the configured one. Default: false. */
  allAccounts?: boolean;
}

/** Organizations, with `slug` as the original slug. */
export interface GetOrganizationsResult {
  organizations: Result<components["schemas"]["Organization"]>[];
}

/**
 * Lists organizations (documented), all of them: LumenOne is not known to page this list (assumed).
 * Runs when it is called, in preview too.
 *
 * @example
 * const { organizations } = await lumenone.getOrganizations({ allAccounts: true });
 */
export function getOrganizations(
  args: GetOrganizationsArgs = {},
  options?: InvokeOptions,
): Promise<GetOrganizationsResult> {
  return invoke(options, async (client, request) => {
    const scope = args.allAccounts ? { accountId: null } : request;
    return { organizations: results(await client.listOrganizations({}, undefined, scope)) };
  });
}

/** {@link getOrganizations} for outputs. */
export const getOrganizationsOutput = outputForm(getOrganizations);
