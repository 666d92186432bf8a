import { ApiError } from "../../errors/api-error";
import { definitionOf } from "../../dynamic/registry";
import { type Context } from "../../lifecycle/context";
import { inputFields, remoteValue } from "../../lifecycle/fields";
import { find, request } from "../../lifecycle/find";
import { idOf } from "../../lifecycle/identity";
import { isObject, type Values } from "../../lifecycle/values";
import { documentsIn } from "../../resources/folders-in";
import { CommandError } from "../exit-code";
import { type Tenant, type TenantObject, type TenantOrganization, type TenantWorkspace } from "./tenant";
import { UnknownFields } from "./unknown-fields";

/** Which organizations to read: those of these slugs, or all of the account. */
export interface Selection {
  readonly organizations: readonly string[];
  readonly all: boolean;
}

/** The folder that every organization has and nobody made. */
const defaultFolder = "custom-documents";

/**
 * Reads organizations with everything in them that a program can declare: three requests an organization, and for each
 * workspace one for its assistant and, where the organization has tools, one for its attachments, which no list tells.
 * @throws {CommandError} an organization is not there, or none is
 * @throws {ApiError} LumenOne refused
 */
export async function readTenant(context: Context, selection: Selection): Promise<Tenant> {
  const reader = new Reader(context);
  const listed = await reader.organizations(selection);
  // One after the other: the workspaces of one alone fill the client's limit.
  const organizations: TenantOrganization[] = [];
  for (const organization of listed) organizations.push(await reader.organization(organization));
  return { organizations, notes: [...reader.notes, ...reader.unknown.notes()] };
}

class Reader {
  readonly notes: string[] = [];
  readonly unknown = new UnknownFields();

  constructor(private readonly context: Context) {}

  async organizations({ organizations: slugs, all }: Selection): Promise<TenantObject[]> {
    const answer = await this.context.api.call("listOrganizations", this.account());
    const listed = (Array.isArray(answer) ? answer.filter(isObject) : []).sort(byAge);
    const unknown = slugs.filter((slug) => !listed.some((item) => item["slug"] === slug));
    if (unknown.length > 0) {
      throw new CommandError(
        `${unknown.join(", ")}: there is no such organization in account ${this.context.accountId ?? "(none)"}. ` +
          (listed.length > 0
            ? `There are ${few(listed.map((item) => String(item["slug"])))}.`
            : "It has no organization; compare lumenone:accountId."),
      );
    }
    const wanted = all ? listed : listed.filter((item) => slugs.includes(String(item["slug"])));
    if (wanted.length === 0) throw new CommandError("There is no organization to read in this account.");
    return wanted.map((item) => {
      const accountId = typeof item["accountId"] === "string" ? item["accountId"].toLowerCase() : undefined;
      return this.object("Organization", { accountId: accountId ?? this.context.accountId }, item);
    });
  }

  async organization(organization: TenantObject): Promise<TenantOrganization> {
    const identity = { organization: organization.id, accountId: organization.identity["accountId"] };
    const [workspaces, tools, tree] = await Promise.all([
      this.list("Workspace", identity),
      this.list("OrganizationTool", identity),
      this.list("Folder", identity),
    ]);
    await this.complete(workspaces);
    const folders = tree.filter(({ remote }) => remote["name"] !== defaultFolder);
    const documents = tree.reduce((sum, { remote }) => sum + documentsIn(remote).length, 0);
    return {
      organization,
      // A folder has no age that LumenOne tells.
      folders: folders.sort((one, other) => compare(one.id, other.id)),
      tools,
      workspaces: await Promise.all(workspaces.map((workspace) => this.workspace(workspace, tools.length > 0))),
      documents,
    };
  }

  private async workspace(workspace: TenantObject, hasTools: boolean): Promise<TenantWorkspace> {
    const identity = { workspace: workspace.id, accountId: workspace.identity["accountId"] };
    const [attachments, voice] = await Promise.all([
      hasTools ? this.list("ToolAttachment", identity) : [],
      find(definitionOf("VoiceConfig"), this.context, workspace.id, identity),
    ]);
    return {
      workspace,
      attachments: attachments.map((edge) => ({
        ...edge,
        identity: { ...edge.identity, tool: String(edge.remote["id"]) },
      })),
      ...(voice && { voiceConfig: this.object("VoiceConfig", identity, voice) }),
    };
  }

  /**
   * Everything of a kind below one parent. A refusal is told: it may be a wrong assumption of the contract, and must
   * not look like a tenant that has nothing.
   */
  private async list(kind: string, identity: Values): Promise<TenantObject[]> {
    const definition = definitionOf(kind);
    const { list } = definition.operations;
    if (!list) return [];
    try {
      const answer = await this.context.api.call(list, request(definition, this.context, identity));
      const items = definition.items?.(answer) ?? (Array.isArray(answer) ? answer.filter(isObject) : []);
      return items.sort(byAge).map((item) => this.object(kind, identity, item));
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== "notFound") throw error;
      const parent = String(identity["workspace"] ?? identity["organization"]);
      this.notes.push(
        `${list} answered ${error.status} for ${parent}: its ${kind} objects were not read. ` +
          "`pulumi-lumenone doctor` tells whether this path is another one here.",
      );
      return [];
    }
  }

  /** Reads workspaces one by one where the list leaves fields out, and reading tells them. */
  private async complete(workspaces: TenantObject[]): Promise<void> {
    const definition = definitionOf("Workspace");
    const isPartial = ({ remote }: TenantObject) =>
      inputFields(definition.fields).some(
        ([name, field]) =>
          !field.local && !(name in workspaceIdentity) && remoteValue(remote, name, field) === undefined,
      );
    const first = workspaces.findIndex(isPartial);
    if (first < 0) return;
    const read = async (index: number): Promise<boolean> => {
      const workspace = workspaces[index];
      if (!workspace) return false;
      const remote = await find(definition, this.context, workspace.id, workspace.identity);
      if (remote) this.unknown.look("Workspace", "getWorkspace", remote);
      workspaces[index] = { ...workspace, remote: { ...workspace.remote, ...remote } };
      return Object.keys(remote ?? {}).some((name) => name !== "documents" && !(name in workspace.remote));
    };
    // A server that does not know a field leaves it out everywhere: then one answer is enough to know.
    if (!(await read(first))) return;
    const others = workspaces.flatMap((workspace, index) => (index !== first && isPartial(workspace) ? [index] : []));
    await Promise.all(others.map(read));
  }

  private object(kind: string, identity: Values, remote: Values): TenantObject {
    const definition = definitionOf(kind);
    const { list, read } = definition.operations;
    const operation = kind === "VoiceConfig" ? read : list;
    // Folders are part of a tree, which has other fields than they.
    if (operation && kind !== "Folder") this.unknown.look(kind, operation, remote);
    const named = kind === "Folder" ? { ...identity, name: remote["name"] } : identity;
    return { kind, id: idOf(definition, named, remote), identity: named, remote };
  }

  private account(): { accountId?: string } {
    return this.context.accountId === undefined ? {} : { accountId: this.context.accountId };
  }
}

const workspaceIdentity = { organization: true, accountId: true };

/** Objects in the order in which they were made, whatever order a list has: the same tenant gives the same files. */
function byAge(one: Values, other: Values): number {
  const [a, b] = [Number(one["id"]), Number(other["id"])];
  if (Number.isFinite(a) && Number.isFinite(b) && a !== b) return a - b;
  return compare(String(one["slug"] ?? one["id"]), String(other["slug"] ?? other["id"]));
}

/** By code units: `localeCompare` differs from machine to machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function few(names: readonly string[]): string {
  return names.length > 10 ? `${names.slice(0, 10).join(", ")} and ${names.length - 10} more` : names.join(", ");
}
