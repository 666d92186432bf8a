import { type DocumentArgs } from "../resources/document";
import { type FolderArgs } from "../resources/folder";
import { type NumberRequestArgs } from "../resources/number-request";
import { type OrganizationArgs } from "../resources/organization";
import { type OrganizationToolArgs } from "../resources/organization-tool";
import { type VoiceConfigArgs } from "../resources/voice-config";
import { type WorkspaceArgs } from "../resources/workspace";

/** What every part of a tenant may say beside the args of its resource. */
export interface TenantPart {
  /**
   * Name of the Pulumi resource, and the default of its `name` at LumenOne, as outside of a tenant. Default: `TENANT-KEY`,
   * with the key as `name`. Set it to the name that the resource had before, and moving it into the tenant changes nothing.
   */
  resourceName?: string;
}

/** A part that another one uses: its key in the tenant, or the key and the name of the resource that links the two. */
export type TenantLink = string | { key: string; resourceName: string };

/** The organization of a tenant. */
export interface TenantOrganization extends OrganizationArgs, TenantPart {}

/** A tool of a tenant. */
export interface TenantTool extends Omit<OrganizationToolArgs, "organization">, TenantPart {}

/** A folder of a tenant. */
export interface TenantFolder extends Omit<FolderArgs, "organization">, TenantPart {}

/** A phone number that a tenant asks for. */
export interface TenantNumber extends Omit<NumberRequestArgs, "organization">, TenantPart {}

/** A document of a tenant. A `folder` that is a key of the tenant's folders means that folder, any other text its name. */
export interface TenantDocument extends Omit<DocumentArgs, "organization">, TenantPart {
  /** Workspaces that answer from it, by their keys. Default: none. */
  workspaces?: TenantLink[];
}

/** The phone assistant of a tenant's workspace. */
export interface TenantVoice extends Omit<VoiceConfigArgs, "workspace">, TenantPart {
  /** The number that reaches it: a key of `numbers`, in place of `numberId`. It is linked once there is one. */
  number?: string;
}

/** A workspace of a tenant. */
export interface TenantWorkspace extends Omit<WorkspaceArgs, "organization">, TenantPart {
  /** Tools that its agents may use, by their keys. Default: none. */
  tools?: TenantLink[];
  /** Its phone assistant. Default: none. */
  voice?: TenantVoice;
}

/** Everything of one customer. The keys of the maps are what the parts are called among each other. */
export interface TenantArgs {
  /** The organization. Default: one that is called as the tenant. */
  organization?: TenantOrganization;
  /** Workspaces by their keys, which are their default names. */
  workspaces?: Record<string, TenantWorkspace>;
  /** Tools by their keys, which are their default names. */
  tools?: Record<string, TenantTool>;
  /** Folders by their keys, which are their default names. */
  folders?: Record<string, TenantFolder>;
  /** Documents by their keys. */
  documents?: Record<string, TenantDocument>;
  /** Phone numbers to ask for, by their keys. */
  numbers?: Record<string, TenantNumber>;
}
