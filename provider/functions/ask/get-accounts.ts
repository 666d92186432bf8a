import { type components } from "../../client/generated/openapi";
import { type Result, results } from "../result";
import { type Ask } from "./ask";

/** Every account of the company. */
export interface GetAccountsResult {
  accounts: Result<components["schemas"]["Account"]>[];
}

/** What `getAccounts` asks LumenOne. */
export const getAccounts: Ask<object, GetAccountsResult> = async (client) => ({
  accounts: results(await client.listAccounts()),
});
