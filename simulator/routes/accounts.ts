import { formatAccount } from "../formatters";
import type { Routes } from "../http/call";
import { addTo } from "../store/state";

export const accountRoutes: Routes = {
  // The server has checked the key.
  verifyApiKey: () => ({ body: { authenticated: true } }),

  listAccounts({ store, company }) {
    const accounts = store.filter("accounts", (account) => account.company === company);
    return { body: { accounts: accounts.map(formatAccount) } };
  },

  createAccount(call) {
    const { name } = call.body<{ name: string }>();
    const account = addTo(call.store, "accounts", { name, company: call.company }, call.now);
    return { body: { account: formatAccount(account) } };
  },
};
