import * as pulumi from "@pulumi/pulumi";
import { watchOptions } from "../dynamic/program/final-options";
import { Document } from "../resources/document";
import { DocumentEmbedding } from "../resources/document-embedding";
import { Folder } from "../resources/folder";
import { NumberRequest } from "../resources/number-request";
import { Organization } from "../resources/organization";
import { OrganizationTool } from "../resources/organization-tool";
import { ToolAttachment } from "../resources/tool-attachment";
import { VoiceConfig } from "../resources/voice-config";
import { Workspace } from "../resources/workspace";
import { partName } from "./declared-resources";
import { type TenantArgs, type TenantLink, type TenantPart } from "./tenant-args";
import { linkedKey, tenantProblems } from "./tenant-problems";

/** Type of the component in state files: a contract that does not change. */
export const tenantType = "lumenone:index:Tenant";

/** Static key of a tenant's class with the classes that it is made of, which are those of one host. */
export const classesKey: unique symbol = Symbol.for("pulumi-lumenone.tenantClasses") as never;

/**
 * Everything of one customer from one object: an organization with its workspaces, which tools they use, folders,
 * documents and the workspaces that answer from them, phone assistants and numbers.
 *
 * Names of the Pulumi resources are the tenant's name for the organization, `TENANT-KEY` for what is in it, and
 * `TENANT-KEY-KEY` for what links two; each may say another `resourceName`. Every resource is also known by the place
 * that it had without the tenant, so that a program of single resources can be moved into one: nothing is made anew.
 * Options such as `protect` and `provider` hold for all of it.
 *
 * @throws {pulumi.RunError} a part names another one that the tenant does not have; all of them are reported at once
 *
 * @example
 * const acme = new lumenone.Tenant("acme", {
 *   organization: { name: "Acme Inc." },
 *   tools: { crm: { type: "apiRequest", config: { url: "https://crm.example.com", token: config.requireSecret("crm") } } },
 *   workspaces: { support: { openAiPrompt: "You help the customers of Acme.", tools: ["crm"] } },
 *   documents: { handbook: { source: "docs/handbook.pdf", workspaces: ["support"] } },
 * });
 * export const slug = acme.organization.slug;
 */
export class Tenant extends pulumi.ComponentResource {
  /** @internal */
  static readonly [classesKey] = {
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

  /** The organization. */
  readonly organization: Organization;
  /** Workspaces by their keys; so are the others. */
  readonly workspaces: Readonly<Record<string, Workspace>>;
  readonly tools: Readonly<Record<string, OrganizationTool>>;
  readonly folders: Readonly<Record<string, Folder>>;
  readonly documents: Readonly<Record<string, Document>>;
  readonly numbers: Readonly<Record<string, NumberRequest>>;
  /** Phone assistants by the keys of their workspaces. */
  readonly voiceConfigs: Readonly<Record<string, VoiceConfig>>;

  constructor(name: string, args: TenantArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const problems = tenantProblems(args);
    if (problems.length > 0) {
      const lines = problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
      throw new pulumi.RunError(`Tenant "${name}": ${lines.join("\n")}`);
    }
    watchOptions();
    super(tenantType, name, {}, opts);
    const classes = new.target[classesKey];
    // The alias is its URN outside of a tenant.
    const inside: pulumi.CustomResourceOptions = { parent: this, aliases: [{ parent: pulumi.rootStackResource }] };
    const nameOf = (part: TenantPart | TenantLink, ...keys: string[]) => partName(name, part, ...keys);

    const organizationArgs = args.organization ?? {};
    this.organization = new classes.Organization(nameOf(organizationArgs), named(organizationArgs, name), inside);
    const { organization } = this;

    this.tools = mapped(
      args.tools,
      (key, tool) => new classes.OrganizationTool(nameOf(tool, key), { ...named(tool, key), organization }, inside),
    );
    this.folders = mapped(
      args.folders,
      (key, folder) => new classes.Folder(nameOf(folder, key), { ...named(folder, key), organization }, inside),
    );
    this.numbers = mapped(
      args.numbers,
      (key, number) => new classes.NumberRequest(nameOf(number, key), { ...plain(number), organization }, inside),
    );
    this.workspaces = mapped(args.workspaces, (key, workspace) => {
      const { tools: _, voice: __, ...settings } = named(workspace, key);
      return new classes.Workspace(nameOf(workspace, key), { ...settings, organization }, inside);
    });
    this.documents = mapped(args.documents, (key, document) => {
      const { workspaces: _, folder, ...settings } = plain(document);
      const own = typeof folder === "string" ? this.folders[folder] : undefined;
      const where = folder === undefined ? {} : { folder: own ?? folder };
      return new classes.Document(nameOf(document, key), { ...settings, ...where, organization }, inside);
    });

    const voiceConfigs: Record<string, VoiceConfig> = {};
    for (const [key, workspace] of Object.entries(this.workspaces)) {
      const { tools = [], voice } = args.workspaces?.[key] ?? {};
      for (const link of tools) {
        const tool = this.tools[linkedKey(link)]!;
        new classes.ToolAttachment(nameOf(link, key, linkedKey(link)), { workspace, tool }, inside);
      }
      if (!voice) continue;
      const { number, ...settings } = plain(voice);
      const linked = number === undefined ? {} : { numberId: this.numbers[number]!.numberId };
      voiceConfigs[key] = new classes.VoiceConfig(nameOf(voice, key), { ...settings, ...linked, workspace }, inside);
    }
    this.voiceConfigs = voiceConfigs;
    for (const [key, document] of Object.entries(this.documents)) {
      for (const link of args.documents?.[key]?.workspaces ?? []) {
        const workspace = this.workspaces[linkedKey(link)]!;
        new classes.DocumentEmbedding(nameOf(link, linkedKey(link), key), { workspace, document }, inside);
      }
    }
    this.registerOutputs({
      organization: organization.slug,
      workspaces: mapped(this.workspaces, (_, { slug }) => slug),
    });
  }
}

/** The args for the resource itself. */
function plain<T extends TenantPart>({ resourceName: _, ...rest }: T): Omit<T, "resourceName"> {
  return rest;
}

/** The same, with a name at LumenOne where it says none. */
function named<T extends TenantPart>(part: T, key: string) {
  return { name: part.resourceName ?? key, ...plain(part) };
}

function mapped<T, R>(parts: Readonly<Record<string, T>> = {}, make: (key: string, part: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, make(key, part)]));
}
