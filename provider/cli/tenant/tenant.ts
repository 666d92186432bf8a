import { type Values } from "../../lifecycle/state/values";

/** An object of LumenOne, and the values by which a program identifies it. */
export interface TenantObject {
  readonly kind: string;
  readonly id: string;
  /** Fields that identify it: parents, and the account. */
  readonly identity: Values;
  /** As LumenOne returns it, in the provider's names. */
  readonly remote: Values;
}

/** A workspace with what hangs on it. */
export interface TenantWorkspace {
  readonly workspace: TenantObject;
  readonly voiceConfig?: TenantObject;
  /** Each with the tool that it attaches. */
  readonly attachments: readonly TenantObject[];
  /** Each with the document that it embeds. */
  readonly embeddings: readonly TenantObject[];
}

/** A document, with its text where LumenOne gives it. */
export interface TenantDocument extends TenantObject {
  readonly text?: string;
}

/** An organization with everything that a program can declare. */
export interface TenantOrganization {
  readonly organization: TenantObject;
  readonly folders: readonly TenantObject[];
  readonly tools: readonly TenantObject[];
  readonly workspaces: readonly TenantWorkspace[];
  readonly documents: readonly TenantDocument[];
  readonly numberRequests: readonly TenantObject[];
}

/** The objects that were read, and notes on them. */
export interface Tenant {
  /** Where they are asked for: the accounts that the organizations belong to. */
  readonly accounts: readonly TenantObject[];
  readonly organizations: readonly TenantOrganization[];
  /** One line each. */
  readonly notes: readonly string[];
}
