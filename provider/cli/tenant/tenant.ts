import { type Values } from "../../lifecycle/values";

/** An object that LumenOne has, and what the program will have to say which object it is. */
export interface TenantObject {
  readonly kind: string;
  readonly id: string;
  /** Fields that say which object is meant: parents, and the account. */
  readonly identity: Values;
  /** As LumenOne answers it, in the provider's names. */
  readonly remote: Values;
}

/** A workspace with what hangs on it. */
export interface TenantWorkspace {
  readonly workspace: TenantObject;
  readonly voiceConfig?: TenantObject;
  /** Each with the tool that it attaches. */
  readonly attachments: readonly TenantObject[];
}

/** An organization with everything that a program can declare. */
export interface TenantOrganization {
  readonly organization: TenantObject;
  readonly folders: readonly TenantObject[];
  readonly tools: readonly TenantObject[];
  readonly workspaces: readonly TenantWorkspace[];
  /** Documents, which LumenOne does not give back with their content. */
  readonly documents: number;
}

/** What was read, and what there is to know about it. */
export interface Tenant {
  readonly organizations: readonly TenantOrganization[];
  /** One line each. */
  readonly notes: readonly string[];
}
