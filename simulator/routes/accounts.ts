import { formatAccount } from "../formatters";
import type { Routes } from "../http/call";
import { addTo } from "../store/state";

export const accountRoutes: Routes = {
  // The server has checked the key.
  verifyApiKey: () => ({ body: { authenticated: true } }),

  listAccounts: ({ store, company }) => ({
    body: { accounts: store.filter("accounts", { company }).map(formatAccount) },
  }),

  createAccount(call) {
    const { name } = call.body<{ name: string }>();
    const account = addTo(call.store, "accounts", { name, company: call.company }, call.now);
    return { body: { account: formatAccount(account) } };
  },
};
