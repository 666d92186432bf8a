/**
 * LumenOne from code: accounts, organizations, workspaces, documents, tools, folders, phone numbers and phone assistants as
 * Pulumi resources.
 * @packageDocumentation
 */
export { Provider, type ProviderArgs } from "./dynamic/program/provider";
export { type LookupState } from "./dynamic/program/resource-class";

export { Account, type AccountArgs } from "./resources/account";
export { Document, type DocumentArgs } from "./resources/document";
export { DocumentEmbedding, type DocumentEmbeddingArgs } from "./resources/document-embedding";
export { Folder, type FolderArgs } from "./resources/folder";
export { NumberRequest, type NumberRequestArgs } from "./resources/number-request";
export { Organization, type OrganizationArgs } from "./resources/organization";
export { OrganizationTool, type OrganizationToolArgs } from "./resources/organization-tool";
export { ToolAttachment, type ToolAttachmentArgs } from "./resources/tool-attachment";
export { VoiceConfig, type VoiceConfigArgs } from "./resources/voice-config";
export { Workspace, type WorkspaceArgs } from "./resources/workspace";
export * from "./definitions/voice/voice-types";

export { type FileTenantOptions, tenantFromFile, tenantOfStack } from "./tenant/file/tenant-from-file";
export { Tenant } from "./tenant/tenant";
export * from "./tenant/tenant-args";

export * from "./functions/documents";
export * from "./functions/organizations";
export * from "./functions/phone";
export * from "./functions/workspaces";
export { type InvokeOptions, type InvokeOutputOptions } from "./functions/invoke";

// What data functions throw. These files import no HTTP library, so a program loads none for an `instanceof`.
export * from "./errors/public-errors";
