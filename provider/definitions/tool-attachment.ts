import { defineResource } from "../lifecycle/definition/definition";
import { reference } from "../lifecycle/definition/fields";
import { workspaceReference } from "./references";
import { accountId } from "./common-fields";
import { definition as workspaceDefinition } from "./workspace";

/** A number, and `orgSlug/toolId`, the id of a tool's resource, name the same tool as `toolId`. */
function toolNumber(value: unknown): unknown {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.replace(/^[^/]+\/(?=[^/]+$)/, "") : value;
}

/**
 * Lets the agents of a workspace use a tool of its organization (assumed).
 *
 * Attaching what is attached changes nothing. Any change makes a new attachment. Its id, also for `.get`, is
 * `workspaceSlug/toolId`.
 *
 * @example
 * new lumenone.ToolAttachment("support-crm", { workspace: support, tool: crm });
 */
export const definition = defineResource({
  kind: "ToolAttachment",
  version: 1,
  fields: {
    /** The workspace that may use the tool: the resource, or its original slug. */
    workspace: workspaceReference,
    /** The tool, of the same organization: the resource, or its `toolId`, as text or as a number. */
    tool: reference("OrganizationTool", {
      takesNumber: true,
      required: true,
      replaces: true,
      normalise: toolNumber,
      form: { says: "must be the id of a tool, a positive whole number", matches: /^[1-9]\d{0,14}$/ },
    }),
    /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
    accountId,
  },
  id: { slug: { field: "workspace" }, toolId: { field: "tool", response: "id" } },
  parent: { field: "workspace", definition: workspaceDefinition },
  operations: { create: "attachWorkspaceTool", list: "listWorkspaceTools", delete: "detachWorkspaceTool" },
  names: "edge",
});
