import { getAccounts as ask, type GetAccountsResult } from "./ask/get-accounts";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetAccountsResult };

/**
 * Lists the accounts of the company (assumed), all of them: this list is not known to be paged (assumed). Runs when it is called, in
 * preview too.
 *
 * @example
 * const { accounts } = await lumenone.getAccounts();
 * const acme = accounts.find(({ name }) => name === "Acme");
 */
export function getAccounts(_args: object = {}, options?: InvokeOptions): Promise<GetAccountsResult> {
  return invoke(options, ask, {});
}

/** {@link getAccounts} for outputs. */
export const getAccountsOutput = outputForm(getAccounts);
