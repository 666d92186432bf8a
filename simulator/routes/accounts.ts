import { formatAccount } from "../formatters";
import type { Routes } from "../http/call";

export const accountRoutes: Routes = {
  // The server has checked the key.
  verifyApiKey: () => ({ body: { authenticated: true } }),

  listAccounts: ({ store, company }) => ({
    body: { accounts: store.filter("accounts", { company }).map(formatAccount) },
  }),

  createAccount(call) {
    const { name } = call.body<{ name: string }>();
    const account = call.add("accounts", { name, company: call.company });
    return { body: { account: formatAccount(account) } };
  },
};
