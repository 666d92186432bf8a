import { isDeepStrictEqual } from "node:util";
import { byCodeUnits } from "../by-code-units";
import { camelCase } from "../../client/contract/wire";
import { ApiError } from "../../errors/api-error";
import { definitionOf } from "../../definitions/registry";
import { type Context } from "../../lifecycle/process/context";
import { type Doubt, sayDoubt } from "../../lifecycle/object/doubt";
import { itemsOf } from "../../lifecycle/object/listing";
import { idOf } from "../../lifecycle/object/identity";
import { look } from "../../lifecycle/object/look";
import { Subject } from "../../lifecycle/object/subject";
import { type Values } from "../../lifecycle/state/values";
import { defaultFolder, documentsInTree, fullDocpath } from "../../definitions/document/docpath";
import { foldersIn } from "../../definitions/document/folders-in";
import { CommandError } from "../exit-code";
import { completeWorkspaces, documentTexts } from "./complete-objects";
import {
  type Tenant,
  type TenantDocument,
  type TenantObject,
  type TenantOrganization,
  type TenantWorkspace,
} from "./tenant";
import { UnknownFields } from "./unknown-fields";

/** Which organizations to read: those of these slugs, or all of the account. */
export interface Selection {
  readonly organizations: readonly string[];
  readonly all: boolean;
  /** Also the accounts that they belong to. */
  readonly accounts?: boolean;
}

/**
 * Reads organizations with everything in them that a program can declare. Sends four requests for an organization, and
 * for each workspace one for its assistant, one for its attachments where the organization has tools, and one for its
 * embeddings where it has documents. Reads the text of each document, if LumenOne returns that of the first one.
 * @throws {CommandError} an organization is not there, or none is
 * @throws {ApiError} LumenOne refused
 */
export async function readTenant(context: Context, selection: Selection): Promise<Tenant> {
  const reader = new Reader(context);
  const listed = await reader.organizations(selection);
  // One after the other: the workspaces of one alone fill the client's limit.
  const organizations: TenantOrganization[] = [];
  for (const organization of listed) organizations.push(await reader.organization(organization));
  const accounts = selection.accounts ? await reader.accounts(listed) : [];
  return { accounts, organizations, notes: [...reader.notes, ...reader.unknown.notes()] };
}

class Reader {
  readonly notes: string[] = [];
  readonly unknown = new UnknownFields();
  private readonly withTexts;

  constructor(private readonly context: Context) {
    this.withTexts = documentTexts(context, (doubt, docpath) => this.unreadable(doubt, docpath, "text"));
  }

  /** The accounts of these organizations. */
  async accounts(organizations: readonly TenantObject[]): Promise<TenantObject[]> {
    const wanted = new Set(organizations.map(({ identity }) => identity["accountId"]));
    const listed = (await this.context.api.list("listAccounts", {})).sort(byAge);
    const found = listed.filter(({ id }) => typeof id === "string" && wanted.has(id.toLowerCase()));
    if (found.length < wanted.size) this.notes.push("listAccounts does not show every account of these organizations.");
    return this.once(found.map((item) => this.object("Account", {}, item)));
  }

  async organizations({ organizations: slugs, all }: Selection): Promise<TenantObject[]> {
    const { accountId } = this.context;
    const listed = (await this.context.api.list("listOrganizations", { accountId })).sort(byAge);
    const unknown = slugs.filter((slug) => !listed.some((item) => item["slug"] === slug));
    if (unknown.length > 0) {
      const there = listed.map((item) => String(item["slug"]));
      throw new CommandError(
        `${unknown.join(", ")}: there is no such organization in account ${accountId ?? "(none)"}. ` +
          (there.length > 0 ? `There are ${few(there)}.` : "It has no organization; compare lumenone:accountId."),
      );
    }
    const wanted = all ? listed : listed.filter((item) => slugs.includes(String(item["slug"])));
    if (wanted.length === 0) throw new CommandError("There is no organization to read in this account.");
    const organizations = wanted.map((item) => {
      const own = typeof item["accountId"] === "string" ? item["accountId"].toLowerCase() : accountId;
      return this.object("Organization", { accountId: own }, item);
    });
    return this.once(organizations);
  }

  async organization(organization: TenantObject): Promise<TenantOrganization> {
    const identity = { organization: organization.id, accountId: organization.identity["accountId"] };
    const [listed, tools, tree, numberRequests] = await Promise.all([
      this.list("Workspace", identity),
      this.list("OrganizationTool", identity),
      this.tree(identity),
      this.list("NumberRequest", identity),
    ]);
    const workspaces = await completeWorkspaces(
      listed,
      this.context,
      (remote) => this.unknown.look("Workspace", "getWorkspace", remote),
      (doubt, slug) => this.unreadable(doubt, slug, "rest"),
    );
    const objects = this.once(foldersIn(tree).map((folder) => this.object("Folder", identity, folder)));
    const folders = objects.filter(({ remote }) => remote["name"] !== defaultFolder);
    const named = documentsInTree(tree).filter((document) => this.isNamed(identity, document));
    const documents = this.once(named.map((document) => this.document(identity, document))).sort(byId);
    const has = { tools: tools.length > 0, documents: documents.length > 0 };
    return {
      organization,
      // LumenOne gives no creation time of a folder.
      folders: folders.sort(byId),
      tools,
      workspaces: await Promise.all(workspaces.map((workspace) => this.workspace(workspace, has))),
      documents: await this.withTexts(documents),
      numberRequests,
    };
  }

  /** Every folder with its documents. A missing one becomes a note, and has nothing. */
  private async tree(identity: Values): Promise<Values> {
    const list = () => this.subject("Folder", identity).one("listDocuments", { proof: true });
    return (await this.unlessMissing("listDocuments", "Folder and Document", identity, list)) ?? { items: [] };
  }

  private isNamed(identity: Values, { name, title }: Values): boolean {
    if (typeof name === "string" && name !== "") return true;
    this.notes.push(
      `${String(identity["organization"])}: LumenOne does not report where its document ${String(title)} is.`,
    );
    return false;
  }

  private document(identity: Values, remote: Values): TenantDocument {
    const { folder: inside, ...returned } = remote;
    const names = Object.entries(returned).map(([name, value]) => [camelCase(name), value] as const);
    this.unknown.look("Document", "getDocument", Object.fromEntries(names));
    // A document in the default folder was uploaded without a folder.
    const folder = inside === defaultFolder ? undefined : inside;
    const object = this.object("Document", identity, remote);
    return { ...object, identity: { ...identity, folder }, remote: { ...remote, folder } };
  }

  private async workspace(
    workspace: TenantObject,
    has: { readonly tools: boolean; readonly documents: boolean },
  ): Promise<TenantWorkspace> {
    const identity = { workspace: workspace.id, accountId: workspace.identity["accountId"] };
    const [attachments, voice, embeddings] = await Promise.all([
      has.tools ? this.list("ToolAttachment", identity) : [],
      this.voice(workspace.id, identity),
      has.documents ? this.embeddings(workspace, identity) : [],
    ]);
    return {
      workspace,
      attachments: attachments.map((edge) => ({
        ...edge,
        identity: { ...edge.identity, tool: String(edge.remote["id"]) },
      })),
      embeddings,
      ...(voice && { voiceConfig: this.object("VoiceConfig", identity, voice) }),
    };
  }

  /** The assistant of a workspace. LumenOne responds 404 for one without (documented), in its own form of an error. */
  private async voice(slug: string, identity: Values): Promise<Values | undefined> {
    const sight = await look(this.subject("VoiceConfig", identity).at(slug));
    if ("object" in sight) return sight.object;
    if (!sight.doubt.ownForm) this.unreadable(sight.doubt, slug, "VoiceConfig");
    return undefined;
  }

  /** Notes that something was not read: the path may be a wrong assumption of the contract. */
  private unreadable(doubt: Doubt, parent: string, what: string): void {
    this.notes.push(
      `${sayDoubt(doubt)}: the ${what} of ${parent} was not read. ` +
        `\`pulumi-lumenone doctor\` shows whether ${doubt.request.split(" ")[0]} has another path here.`,
    );
  }

  /** The embeddings of a workspace, each document once: LumenOne may have several rows of one. */
  private async embeddings({ remote, identity: ofWorkspace }: TenantObject, identity: Values): Promise<TenantObject[]> {
    const { items } = definitionOf("DocumentEmbedding");
    const rows = Array.isArray(remote["documents"])
      ? (items?.(remote, identity) ?? [])
      : (await this.listed("DocumentEmbedding", identity)).map((row) => row.remote);
    const edges = rows.map((row) => {
      const document = fullDocpath(String(ofWorkspace["organization"]), String(row["docpath"]));
      const edge = this.object("DocumentEmbedding", identity, { ...row, docpath: document });
      return { ...edge, identity: { ...identity, document } };
    });
    return [...new Map(edges.map((edge) => [edge.id, edge])).values()].sort(byId);
  }

  private subject(kind: string, identity: Values): Subject {
    return new Subject(definitionOf(kind), this.context, identity);
  }

  /** Everything of a kind below one parent, each object once. */
  private async list(kind: string, identity: Values): Promise<TenantObject[]> {
    return this.once(await this.listed(kind, identity));
  }

  /** Objects by their ids, each once: a list can show one twice, and a program must not declare it twice. */
  private once<T extends TenantObject>(objects: readonly T[]): T[] {
    const found = new Map<string, T>();
    for (const object of objects) {
      const { kind, id, remote } = object;
      const before = found.get(id) ?? object;
      found.set(id, before);
      if (isDeepStrictEqual(before.remote, remote)) continue;
      this.notes.push(
        `${kind} ${id}: LumenOne lists it twice, with different content. The program has what comes first.`,
      );
    }
    return [...found.values()];
  }

  /** A list as LumenOne gives it, the oldest object first. */
  private async listed(kind: string, identity: Values): Promise<TenantObject[]> {
    const { list } = definitionOf(kind).operations;
    if (!list) return [];
    const subject = this.subject(kind, identity);
    const items = await this.unlessMissing(list, kind, identity, () => itemsOf(subject, { proof: true }));
    return (items ?? []).sort(byAge).map((item) => this.object(kind, identity, item));
  }

  /**
   * The result of a call. A missing path becomes undefined and a note: it may be a wrong assumption of the contract, and
   * must not look like a tenant that has nothing.
   */
  private async unlessMissing<T>(operation: string, what: string, identity: Values, call: () => Promise<T>) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== "notFound") throw error;
      const parent = String(identity["workspace"] ?? identity["organization"]);
      this.notes.push(
        `${operation} returned ${error.status} for ${parent}: its ${what} objects were not read. ` +
          "`pulumi-lumenone doctor` shows whether this path is another one here.",
      );
      return undefined;
    }
  }

  private object(kind: string, identity: Values, remote: Values): TenantObject {
    const definition = definitionOf(kind);
    const { list, read } = definition.operations;
    const operation = kind === "VoiceConfig" ? read : list;
    // These are parts of another object's response, whose fields are not theirs.
    if (operation && !partial.has(kind)) this.unknown.look(kind, operation, remote);
    const named = kind === "Folder" ? { ...identity, name: remote["name"] } : identity;
    return { kind, id: idOf(definition, named, remote), identity: named, remote };
  }
}

const partial = new Set(["Folder", "Document", "DocumentEmbedding"]);

/** Objects in the order in which they were made, whatever order a list has: the same tenant gives the same files. */
function byAge(one: Values, other: Values): number {
  const [a, b] = [Number(one["id"]), Number(other["id"])];
  if (Number.isFinite(a) && Number.isFinite(b) && a !== b) return a - b;
  return byCodeUnits(String(one["slug"] ?? one["id"]), String(other["slug"] ?? other["id"]));
}

function byId(one: TenantObject, other: TenantObject): number {
  return byCodeUnits(one.id, other.id);
}

function few(names: readonly string[]): string {
  return names.length > 10 ? `${names.slice(0, 10).join(", ")} and ${names.length - 10} more` : names.join(", ");
}
