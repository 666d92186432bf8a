import { type ArgsOf, type OutputsOf } from "../dynamic/args";
import { resourceClass } from "../dynamic/resource-class";
import { defineResource } from "../lifecycle/definition";
import { reference } from "../lifecycle/fields";
import { accountId } from "./common-fields";
import { type OrganizationTool } from "./organization-tool";
import { type Workspace } from "./workspace";

/** `orgSlug/toolId`, the id of a tool's resource, names the same tool as its number. */
const toolNumber = (value: unknown) => (typeof value === "string" ? value.slice(value.lastIndexOf("/") + 1) : value);

export const definition = defineResource({
  kind: "ToolAttachment",
  version: 1,
  fields: {
    /** The workspace that may use the tool: the resource, or its original slug. */
    workspace: reference<Workspace>("Workspace")({ required: true, replaces: true }),
    /** The tool, of the same organization: the resource, or its `toolId`. */
    tool: reference<OrganizationTool>("OrganizationTool")({ required: true, replaces: true, normalise: toolNumber }),
    /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
    accountId,
  },
  id: { slug: { field: "workspace" }, toolId: { field: "tool", answer: "id" } },
  operations: { create: "attachWorkspaceTool", list: "listWorkspaceTools", delete: "detachWorkspaceTool" },
  names: "edge",
});

/** Args of a {@link ToolAttachment}. */
export interface ToolAttachmentArgs extends ArgsOf<typeof definition.fields> {}

/** Outputs of a {@link ToolAttachment}. */
export interface ToolAttachmentOutputs extends OutputsOf<typeof definition.fields> {}

/**
 * Lets the agents of a workspace use a tool of its organization (assumed).
 *
 * Attaching what is attached changes nothing. Any change makes a new attachment. Its id, also for `.get`, is
 * `workspaceSlug/toolId`.
 *
 * @example
 * new lumenone.ToolAttachment("support-crm", { workspace: support, tool: crm });
 */
export class ToolAttachment extends resourceClass<ToolAttachmentArgs, ToolAttachmentOutputs>(definition) {}
