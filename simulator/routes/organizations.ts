import { formatOrganization, formatWorkspace } from "../formatters";
import type { Routes } from "../http/call";
import { removeWithChildren } from "../store/remove-with-children";

export const organizationRoutes: Routes = {
  // Without an account: all organizations of the company.
  listOrganizations(call) {
    const account = call.account();
    const mine = call.store.filter("accounts", { company: call.company }).map(({ id }) => id);
    const visible = account ? [account.id] : mine;
    const organizations = call.store.filter("organizations", (organization) => visible.includes(organization.account));
    return { body: { organizations: organizations.map(formatOrganization) } };
  },

  createOrganization(call) {
    const { name } = call.body<{ name: string }>();
    const organization = call.add("organizations", { name, account: call.account()?.id });
    return { body: { organization: formatOrganization(organization), message: null } };
  },

  getOrganization: (call) => ({ body: { organization: formatOrganization(call.organization()) } }),

  updateOrganization(call) {
    const organization = call.organization();
    const { name = organization.name } = call.body<{ name?: string }>();
    call.store.update("organizations", organization, { name, lastUpdatedAt: call.now });
    return { body: { organization: formatOrganization(organization), message: null } };
  },

  deleteOrganization(call) {
    removeWithChildren(call.store, "organizations", call.organization());
    return { body: { success: true, message: null } };
  },

  listOrganizationWorkspaces(call) {
    const { id } = call.organization();
    const workspaces = call.store.filter("workspaces", { organizationId: id });
    return { body: { workspaces: workspaces.map(formatWorkspace) } };
  },
};
