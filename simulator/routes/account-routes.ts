import { formatAccount } from "../formatters/format-account";
import type { Routes } from "../http/call";
import { addTo } from "../store/make-state";

export const accountRoutes: Routes = {
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
