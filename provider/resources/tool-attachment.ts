// Generated from provider/definitions/tool-attachment.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { definition } from "../definitions/tool-attachment";
import { type OptionalInput } from "../dynamic/program/inputs";
import { resourceClass } from "../dynamic/program/resource-class";
import { type OrganizationTool } from "./organization-tool";
import { type Workspace } from "./workspace";

/** The arguments of {@link ToolAttachment}. */
export interface ToolAttachmentArgs {
  /** The workspace that may use the tool: the resource, or its original slug. */
  workspace: Workspace | pulumi.Input<string>;
  /** The tool, of the same organization: the resource, or its `toolId`, as text or as a number. */
  tool: OrganizationTool | pulumi.Input<string | number>;
  /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
  accountId?: OptionalInput<string>;
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
export class ToolAttachment extends resourceClass<ToolAttachmentArgs>(definition) {
  /** The workspace that may use the tool: the resource, or its original slug. */
  declare readonly workspace: pulumi.Output<string>;
  /** The tool, of the same organization: the resource, or its `toolId`, as text or as a number. */
  declare readonly tool: pulumi.Output<string>;
  /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
  declare readonly accountId: pulumi.Output<string | undefined>;
}
