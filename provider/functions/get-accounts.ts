import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, results } from "./result";

/** What LumenOne has. */
export interface GetAccountsResult {
  accounts: Result<components["schemas"]["Account"]>[];
}

/**
 * Lists the accounts of the company (assumed), all of them: this list is not known to be paged (assumed). Runs when it is called, in
 * preview too.
 *
 * @example
 * const { accounts } = await lumenone.getAccounts();
 * const acme = accounts.find(({ name }) => name === "Acme");
 */
export function getAccounts(_args: object = {}, options?: InvokeOptions): Promise<GetAccountsResult> {
  return invoke(options, async (client) => ({ accounts: results(await client.listAccounts()) }));
}

/** {@link getAccounts} for outputs. */
export const getAccountsOutput = outputForm(getAccounts);
