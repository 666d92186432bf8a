import { defineResource } from "../lifecycle/definition/definition";
import { flag, object, openChoice, text } from "../lifecycle/definition/fields";
import { organizationReference } from "./references";
import { accountId, adopt } from "./common-fields";
import { definition as organization } from "./organization";
import { dependentsOfTool } from "./dependents-of";

/**
 * A tool that the agents of an organization's workspaces may call, once it is attached to them.
 *
 * Deleting it detaches it everywhere (assumed). Its id, also for `.get`, is `orgSlug/toolId`.
 *
 * @example
 * const crm = new lumenone.OrganizationTool("crm", {
 *   organization: acme,
 *   type: "apiRequest",
 *   config: { url: "https://crm.example.com", token: config.requireSecret("crmToken") },
 * });
 */
export const definition = defineResource({
  kind: "OrganizationTool",
  version: 1,
  fields: {
    /** The organization it belongs to: the resource, or its original slug. A change makes a new tool. */
    organization: organizationReference,
    /** 1 to 64 of `a-z`, `A-Z`, `0-9`, `_` and `-`, unique in the organization (assumed). Changed in place. Default: the resource's name. */
    name: text({
      logicalName: true,
      maxLength: 64,
      form: { says: "may hold letters, digits, _ and - only", matches: /^[a-zA-Z0-9_-]+$/ },
    }),
    /** What kind of tool it is: `function`, `apiRequest`, `mcp` or another that the instance knows (assumed). */
    type: openChoice(["function", "apiRequest", "mcp"], { required: true, line: true, trimmed: true }),
    /** When the agent is to use it; null for no description. Default: null (assumed). */
    description: text({ nullable: true }),
    /** Settings of the tool, free in form. May hold credentials, so it is secret as a whole. Default: {} (assumed). */
    config: object("Record<string, unknown>", { secret: true, default: {} }),
    /** Whether agents may use it. Default: true (assumed). */
    enabled: flag({ default: true }),
    /** Takes over the existing tool of this name. Default: `lumenone:adopt`, then false. */
    adopt,
    /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new tool. */
    accountId,
  },
  id: { orgSlug: { field: "organization" }, toolId: { response: "id" } },
  derived: {
    /** LumenOne's number for the tool, as text. Known from the id. */
    toolId: (id) => id.slice(id.indexOf("/") + 1),
  },
  parent: { field: "organization", definition: organization },
  operations: {
    create: "createOrganizationTool",
    list: "listOrganizationTools",
    update: "updateOrganizationTool",
    delete: "deleteOrganizationTool",
  },
  names: "unique",
  dependents: dependentsOfTool,
});
