import { type OperationId } from "../../client/contract/contract";
import { fromHexSlug } from "../../client/contract/slug";
import { defaultFolder } from "../../definitions/document/docpath";
import { documentsIn, foldersIn } from "../../definitions/document/folders-in";
import { type Values } from "../../lifecycle/state/values";
import { compareResponse, isFieldName } from "./compare-response";
import { type Wire } from "./wire";

/** The most organizations in which doctor looks for workspaces. */
const mostOrganizations = 8;

/** The objects that path parameters name. */
const things = new Map([
  ["orgSlug", "organization"],
  ["slug", "workspace"],
  ["folderName", "folder"],
  ["docName", "document"],
  ["id", "number request"],
]);

/** Path parameters for further reads, from earlier responses. */
export class Samples {
  private readonly known = new Map<string, string>();
  /** Workspaces of the sampled organization, of which some have no voice assistant. */
  workspaces: readonly string[] = [];
  /** Names that are the tenant's own and must not show up in a report. */
  private readonly private = new Set<string>();

  /** @param wanted the organization to look into; default: the first one that has workspaces */
  constructor(
    private readonly wire: Wire,
    private readonly wanted?: string,
  ) {
    if (wanted !== undefined) this.known.set("orgSlug", wanted);
  }

  /** Whether a key may be a field's name, and not one of the tenant's. */
  readonly isName = (key: string): boolean => isFieldName(key) && !this.private.has(key);

  /** The kind of object that an operation needs and no response has shown yet. */
  missing(operationId: OperationId): string | undefined {
    const name = this.wire.operationOf(operationId).pathParameters.find((each) => !this.known.has(each));
    return name === undefined ? undefined : (things.get(name) ?? name);
  }

  /** The parameters of a read. */
  parameters(operationId: OperationId): Values {
    const { pathParameters, queryParameters } = this.wire.operationOf(operationId);
    const path = pathParameters.map((name) => [name, this.known.get(name)] as const);
    // A few calls are enough to see their fields.
    return { ...Object.fromEntries(path), ...(queryParameters.includes("limit") ? { limit: 5 } : {}) };
  }

  /** Path parameters for a request that is not carried out: 0 where none is known. */
  anyParameters(operationId: OperationId): Values {
    const { pathParameters } = this.wire.operationOf(operationId);
    return Object.fromEntries(pathParameters.map((name) => [name, this.known.get(name) ?? "0"]));
  }

  /** Takes the default folder, which every organization has, where no folder is known. */
  assumeFolder(): void {
    if (!this.known.has("folderName")) this.known.set("folderName", defaultFolder);
  }

  /** Keeps parameters for later reads. */
  async learn(operationId: OperationId, entities: readonly Values[]): Promise<void> {
    for (const entity of entities) {
      for (const name of ["name", "slug", "originalSlug", "title"]) {
        const value = entity[name];
        if (typeof value === "string") this.private.add(value);
      }
    }
    if (operationId === "listOrganizations") await this.learnOrganization(entities);
    if (operationId === "listOrganizationWorkspaces") {
      this.workspaces = entities.flatMap((entity) => slugOf(entity) ?? []);
      this.keep("slug", this.workspaces[0]);
    }
    if (operationId === "listDocuments") this.learnDocument(entities[0] ?? {});
    if (operationId === "listNumberRequests") {
      const id = entities[0]?.["id"];
      this.keep("id", typeof id === "number" ? String(id) : id);
    }
  }

  /** The organization asked for, else the first one that has workspaces. */
  private async learnOrganization(entities: readonly Values[]): Promise<void> {
    const slugs = entities.flatMap((entity) => slugOf(entity) ?? []);
    const candidates = this.wanted === undefined ? slugs.slice(0, mostOrganizations) : [this.wanted];
    for (const orgSlug of candidates) {
      if (!this.known.has("orgSlug")) this.known.set("orgSlug", orgSlug);
      const response = await this.wire.send("listOrganizationWorkspaces", { parameters: { orgSlug } });
      if (response.status !== 200) return;
      if (compareResponse("listOrganizationWorkspaces", response.value).entities.length === 0) continue;
      this.known.set("orgSlug", orgSlug);
      return;
    }
  }

  /** The first folder that has documents, else the first one. */
  private learnDocument(tree: Values): void {
    const folders = foldersIn(tree).filter(({ items }) => Array.isArray(items));
    const folder = folders.find((each) => documentsIn(each).length > 0) ?? folders[0];
    const document = folder && documentsIn(folder)[0];
    for (const each of folders) if (typeof each["name"] === "string") this.private.add(each["name"]);
    this.keep("folderName", folder?.["name"]);
    this.keep("docName", document?.["name"]);
  }

  private keep(parameter: string, value: unknown): void {
    if (typeof value === "string") this.known.set(parameter, value);
  }
}

/** The original slug of an organization or a workspace. */
export function slugOf({ originalSlug, slug }: Values): string | undefined {
  if (typeof originalSlug === "string") return originalSlug;
  return typeof slug === "string" ? (fromHexSlug(slug) ?? slug) : undefined;
}
