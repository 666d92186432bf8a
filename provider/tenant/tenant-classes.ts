import { type Document } from "../resources/document";
import { type DocumentEmbedding } from "../resources/document-embedding";
import { type Folder } from "../resources/folder";
import { type NumberRequest } from "../resources/number-request";
import { type Organization } from "../resources/organization";
import { type OrganizationTool } from "../resources/organization-tool";
import { type ToolAttachment } from "../resources/tool-attachment";
import { type VoiceConfig } from "../resources/voice-config";
import { type Workspace } from "../resources/workspace";

/** The classes of one host that a tenant is made of. */
export interface TenantClasses {
  readonly Document: typeof Document;
  readonly DocumentEmbedding: typeof DocumentEmbedding;
  readonly Folder: typeof Folder;
  readonly NumberRequest: typeof NumberRequest;
  readonly Organization: typeof Organization;
  readonly OrganizationTool: typeof OrganizationTool;
  readonly ToolAttachment: typeof ToolAttachment;
  readonly VoiceConfig: typeof VoiceConfig;
  readonly Workspace: typeof Workspace;
}

/** Static key of a tenant's class with the classes that it is made of. */
export const classesKey: unique symbol = Symbol.for("pulumi-lumenone.tenantClasses") as never;
