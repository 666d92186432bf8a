/**
 * The same classes as `pulumi-lumenone`, served by the native plugin `lumenone` in place of Pulumi's dynamic host. Install the plugin
 * once with `npx pulumi-lumenone plugin install`. A program that changes its import from `pulumi-lumenone` to this keeps its
 * resources, and cannot go back.
 * @packageDocumentation
 */
import * as base from "../index";
import { type FileTenantOptions, fromFile, ofStack } from "../tenant/file/tenant-from-file";
import { classesKey } from "../tenant/tenant";
import { native } from "./native-registration";

export * from "../index";
export { Provider } from "./provider";

/** {@link base.Account}, served by the plugin. */
export class Account extends native(base.Account) {}
/** {@link base.Document}, served by the plugin. */
export class Document extends native(base.Document) {}
/** {@link base.DocumentEmbedding}, served by the plugin. */
export class DocumentEmbedding extends native(base.DocumentEmbedding) {}
/** {@link base.Folder}, served by the plugin. */
export class Folder extends native(base.Folder) {}
/** {@link base.NumberRequest}, served by the plugin. */
export class NumberRequest extends native(base.NumberRequest) {}
/** {@link base.Organization}, served by the plugin. */
export class Organization extends native(base.Organization) {}
/** {@link base.OrganizationTool}, served by the plugin. */
export class OrganizationTool extends native(base.OrganizationTool) {}
/** {@link base.ToolAttachment}, served by the plugin. */
export class ToolAttachment extends native(base.ToolAttachment) {}
/** {@link base.VoiceConfig}, served by the plugin. */
export class VoiceConfig extends native(base.VoiceConfig) {}
/** {@link base.Workspace}, served by the plugin. */
export class Workspace extends native(base.Workspace) {}

/** {@link base.Tenant}, of resources that the plugin serves. */
export class Tenant extends base.Tenant {
  /** @internal */
  static override readonly [classesKey] = {
    Document,
    DocumentEmbedding,
    Folder,
    NumberRequest,
    Organization,
    OrganizationTool,
    ToolAttachment,
    VoiceConfig,
    Workspace,
  };
}

/** {@link base.tenantFromFile}, of resources that the plugin serves. */
export function tenantFromFile(path: string, options?: FileTenantOptions): Tenant {
  return fromFile(Tenant, path, options);
}

/** {@link base.tenantOfStack}, of resources that the plugin serves. */
export function tenantOfStack(folder?: string, options?: FileTenantOptions): Tenant {
  return ofStack(Tenant, folder, options);
}
