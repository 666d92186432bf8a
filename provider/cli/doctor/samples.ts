import { type OperationId } from "../../client/contract/contract";
import { fromHexSlug } from "../../client/contract/slug";
import { defaultFolder } from "../../definitions/document/docpath";
import { documentsIn, foldersIn } from "../../definitions/document/folders-in";
import { type Values } from "../../lifecycle/state/values";
import { compareResponse } from "./compare-response";
import { isFieldName, shownName } from "./field-name";
import { type Wire } from "./wire";

/** The most organizations in which doctor looks for workspaces. */
const mostOrganizations = 8;

/** The objects that path parameters name. */
const things = {
  orgSlug: "organization",
  slug: "workspace",
  folderName: "folder",
  docName: "document",
  id: "number request",
} as const;

/** Path parameters for further reads, from earlier responses. */
export class Samples {
  private readonly known: Partial<Record<keyof typeof things, string>> = {};
  /** Workspaces of the sampled organization, of which some have no voice assistant. */
  workspaces: readonly string[] = [];
  /** Names that are the tenant's own and must not show up in a report. */
  private readonly private = new Set<string>();

  /** @param wanted the organization to look into; default: the first one that has workspaces */
  constructor(
    private readonly wire: Wire,
    private readonly wanted?: string,
  ) {
    if (wanted !== undefined) this.known.orgSlug = wanted;
  }

  /** Whether a key may be a field's name, and not one of the tenant's. */
  readonly isName = (key: string): boolean => isFieldName(key) && !this.private.has(key);

  /** Shows a field's name, unless it may be a name of the tenant's. */
  readonly show = (name: string): string => shownName(name, this.isName);

  /** The kind of object that an operation needs and no response has shown yet. */
  missing(operationId: OperationId): string | undefined {
    const name = this.wire.operationOf(operationId).pathParameters.find((each) => this.of(each) === undefined);
    return name === undefined ? undefined : ((things as Readonly<Record<string, string>>)[name] ?? name);
  }

  /** The parameters of a read. */
  parameters(operationId: OperationId): Values {
    const { pathParameters, queryParameters } = this.wire.operationOf(operationId);
    const path = pathParameters.map((name) => [name, this.of(name)]);
    // A few calls are enough to see their fields.
    return { ...Object.fromEntries(path), ...(queryParameters.includes("limit") ? { limit: 5 } : {}) } as Values;
  }

  /** Path parameters for a request that is not carried out: 0 where none is known. */
  anyParameters(operationId: OperationId): Values {
    const { pathParameters } = this.wire.operationOf(operationId);
    return Object.fromEntries(pathParameters.map((name) => [name, this.of(name) ?? "0"]));
  }

  /** Takes the default folder, which every organization has, where no folder is known. */
  assumeFolder(): void {
    this.known.folderName ??= defaultFolder;
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
      const [slug] = this.workspaces;
      if (slug !== undefined) this.known.slug = slug;
    }
    if (operationId === "listDocuments") this.learnDocument(entities[0] ?? {});
    if (operationId === "listNumberRequests") {
      const id = entities[0]?.["id"];
      if (typeof id === "string" || typeof id === "number") this.known.id = String(id);
    }
  }

  /** The organization asked for, else the first one that has workspaces. */
  private async learnOrganization(entities: readonly Values[]): Promise<void> {
    const slugs = entities.flatMap((entity) => slugOf(entity) ?? []);
    const candidates = this.wanted === undefined ? slugs.slice(0, mostOrganizations) : [this.wanted];
    for (const orgSlug of candidates) {
      this.known.orgSlug ??= orgSlug;
      const response = await this.wire.send("listOrganizationWorkspaces", { parameters: { orgSlug } });
      if (response.status !== 200) return;
      if (compareResponse("listOrganizationWorkspaces", response.value, this.show).entities.length === 0) continue;
      this.known.orgSlug = orgSlug;
      return;
    }
  }

  /** The first folder that has documents, else the first one. */
  private learnDocument(tree: Values): void {
    const folders = foldersIn(tree).filter(({ items }) => Array.isArray(items));
    const folder = folders.find((each) => documentsIn(each).length > 0) ?? folders[0];
    const document = folder && documentsIn(folder)[0];
    for (const each of folders) if (typeof each["name"] === "string") this.private.add(each["name"]);
    if (typeof folder?.["name"] === "string") this.known.folderName = folder["name"];
    if (typeof document?.["name"] === "string") this.known.docName = document["name"];
  }

  private of(parameter: string): string | undefined {
    return this.known[parameter as keyof typeof things];
  }
}

function slugOf(entity: Values): string | undefined {
  const { originalSlug, slug } = entity;
  if (typeof originalSlug === "string") return originalSlug;
  return typeof slug === "string" ? (fromHexSlug(slug) ?? slug) : undefined;
}
