// Generated from provider/definitions/organization-tool.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { definition } from "../definitions/organization-tool";
import { type OptionalInput } from "../dynamic/program/inputs";
import { resourceClass } from "../dynamic/program/resource-class";
import { type Organization } from "./organization";

/** The arguments of {@link OrganizationTool}. */
export interface OrganizationToolArgs {
  /** The organization it belongs to: the resource, or its original slug. A change makes a new tool. */
  organization: Organization | pulumi.Input<string>;
  /** 1 to 64 of `a-z`, `A-Z`, `0-9`, `_` and `-`, unique in the organization (assumed). Changed in place. Default: the resource's name. */
  name?: OptionalInput<string>;
  /** What kind of tool it is: `function`, `apiRequest`, `mcp` or another that the instance knows (assumed). */
  type: pulumi.Input<"function" | "apiRequest" | "mcp" | (string & {})>;
  /** When the agent is to use it; null for no description. Default: null (assumed). */
  description?: OptionalInput<string | null>;
  /** Settings of the tool, free in form. May hold credentials, so it is secret as a whole. Default: {} (assumed). */
  config?: OptionalInput<Record<string, unknown>>;
  /** Whether agents may use it. Default: true (assumed). */
  enabled?: OptionalInput<boolean>;
  /** Takes over the existing tool of this name. Default: `lumenone:adopt`, then false. */
  adopt?: OptionalInput<boolean>;
  /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new tool. */
  accountId?: OptionalInput<string>;
}

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
export class OrganizationTool extends resourceClass<OrganizationToolArgs>(definition) {
  /** The organization it belongs to: the resource, or its original slug. A change makes a new tool. */
  declare readonly organization: pulumi.Output<string>;
  /** 1 to 64 of `a-z`, `A-Z`, `0-9`, `_` and `-`, unique in the organization (assumed). Changed in place. Default: the resource's name. */
  declare readonly name: pulumi.Output<string>;
  /** What kind of tool it is: `function`, `apiRequest`, `mcp` or another that the instance knows (assumed). */
  declare readonly type: pulumi.Output<"function" | "apiRequest" | "mcp" | (string & {})>;
  /** When the agent is to use it; null for no description. Default: null (assumed). */
  declare readonly description: pulumi.Output<string | null | undefined>;
  /** Settings of the tool, free in form. May hold credentials, so it is secret as a whole. Default: {} (assumed). */
  declare readonly config: pulumi.Output<Record<string, unknown> | undefined>;
  /** Whether agents may use it. Default: true (assumed). */
  declare readonly enabled: pulumi.Output<boolean | undefined>;
  /** Takes over the existing tool of this name. Default: `lumenone:adopt`, then false. */
  declare readonly adopt: pulumi.Output<boolean | undefined>;
  /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new tool. */
  declare readonly accountId: pulumi.Output<string | undefined>;
  /** LumenOne's number for the tool, as text. Known from the id. */
  declare readonly toolId: pulumi.Output<string>;
}
