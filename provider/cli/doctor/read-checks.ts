import { type OperationId, operationIds, type OperationOverride } from "../../client/contract/contract";
import { fromHexSlug } from "../../client/contract/slug";
import { type Values } from "../../lifecycle/state/values";
import { defaultFolder } from "../../definitions/document/docpath";
import { documentsIn, foldersIn } from "../../definitions/document/folders-in";
import { provenanceOf } from "../contract/response-schema";
import { otherPaths } from "./alternatives";
import { compareResponse } from "./compare-response";
import { type Verdict } from "./verdict";
import { type Response, type Wire } from "./wire";

/** Parameters for further reads, from earlier responses. */
type Samples = Partial<Record<"orgSlug" | "slug" | "folderName" | "docName" | "id", string>>;

/** A path that no API has. */
const nowhere = "/pulumi-lumenone-doctor-asks-for-nothing";

/** The order in which samples become known. */
const first: readonly OperationId[] = [
  "verifyApiKey",
  "listAccounts",
  "listOrganizations",
  "getOrganization",
  "listOrganizationWorkspaces",
  "listDocuments",
  "listNumberRequests",
];

/** The most organizations in which doctor looks for workspaces. */
const mostOrganizations = 8;
const mostWorkspaces = 10;

/** Tries every read of the contract against a host. Sends GET and OPTIONS only. */
export class ReadChecks {
  readonly verdicts: Verdict[] = [];
  /** Good responses, with the names of the wire. */
  readonly bodies = new Map<OperationId, unknown>();
  private samples: Samples = {};
  /** Workspaces of the sampled organization, of which some have no voice assistant. */
  private workspaces: string[] = [];
  /** Names that are the tenant's own and must not show up in a report. */
  private readonly private = new Set<string>();
  /** The responses of paths that do not exist, at the root and below existing ones. */
  private readonly nowhere = new Set<string>();
  /** Whether a missing object looks like a missing path. */
  private ambiguous = false;

  constructor(
    private readonly wire: Wire,
    private readonly onCheck: (operationId: string) => void,
    private readonly wanted?: string,
  ) {}

  /** Shows a field's name, unless it may be a name of the tenant's. */
  readonly show = (name: string): string => (this.isName(name) ? name : "(a name that is not shown)");

  /** Whether a key may be a field's name, and not one of the tenant's. */
  readonly isName = (key: string): boolean => /^[A-Za-z_][A-Za-z0-9_]{0,40}$/.test(key) && !this.private.has(key);

  async run(): Promise<Verdict[]> {
    if (this.wanted !== undefined) this.samples.orgSlug = this.wanted;
    await this.lookNowhere("verifyApiKey", "");
    for (const operationId of first) await this.check(operationId);
    this.samples.folderName ??= defaultFolder;
    await this.lookNowhere("getOrganization", this.wire.operationOf("getOrganization").path);
    await this.lookNowhere("getWorkspace", this.wire.operationOf("getWorkspace").path);
    const nobody = { slug: "nothing-of-this-name", orgSlug: "nothing-of-this-name" };
    const asked = this.wire.settings.accountId === undefined ? [] : (["getWorkspace", "getOrganization"] as const);
    for (const operationId of asked) {
      this.ambiguous ||= this.isNowhere(await this.wire.send(operationId, { parameters: nobody }));
    }
    const reads = operationIds().filter((id) => this.wire.operationOf(id).method === "get");
    await Promise.all(reads.filter((id) => !first.includes(id)).map((id) => this.check(id)));
    await this.writes();
    const order = operationIds();
    return this.verdicts.sort((a, b) => order.indexOf(a.operationId) - order.indexOf(b.operationId));
  }

  private async check(operationId: OperationId): Promise<void> {
    this.onCheck(operationId);
    const operation = this.wire.operationOf(operationId);
    const missing = operation.pathParameters.find((name) => this.samples[name as keyof Samples] === undefined);
    if (operationId === "renderWhatsAppConnectPage") {
      return this.report(operationId, "notChecked", ["it needs the token of a person's link"]);
    }
    if (operation.method !== "get") {
      const method = operation.method.toUpperCase();
      return this.report(operationId, "notChecked", [
        `it is read by ${method} here, and doctor sends GET and OPTIONS only`,
      ]);
    }
    if (missing !== undefined)
      return this.report(operationId, "notChecked", [`there is no ${things[missing] ?? missing} to ask about`]);
    if (operation.account === "required" && this.wire.settings.accountId === undefined) {
      return this.report(operationId, "notChecked", ["no account is configured"]);
    }
    if (!this.wire.hasTime) return this.report(operationId, "notChecked", ["out of time"]);
    const response = await this.ask(operationId);
    if (response.status === 200) return this.good(operationId, response);
    if (response.error)
      return this.report(operationId, "differs", [`no response (${response.error.code || "timeout"})`]);
    if (notThere.includes(response.status)) return this.elsewhere(operationId, response);
    this.report(operationId, "differs", [`returned ${response.status}`]);
  }

  /** Requests a path that does not exist, at the root or below an existing one. */
  private async lookNowhere(operationId: OperationId, below: string): Promise<void> {
    const { account, pathParameters } = this.wire.operationOf(operationId);
    if (account === "required" && this.wire.settings.accountId === undefined) return;
    if (pathParameters.some((name) => this.samples[name as keyof Samples] === undefined)) return;
    const at = { method: "get", path: `${below}${nowhere}` };
    this.nowhere.add(signature(await this.wire.send(operationId, { parameters: this.parameters(operationId), at })));
  }

  /** Whether this is how the host responds to paths that it does not have. LumenOne itself never speaks HTML. */
  private isNowhere(response: Response): boolean {
    return this.nowhere.has(signature(response)) || response.type === "text/html";
  }

  /** Sends a read, and repeats it for other workspaces where the first one has no voice assistant. */
  private async ask(operationId: OperationId, at?: OperationOverride): Promise<Response> {
    const request = (parameters: Values) => this.wire.send(operationId, { parameters, ...(at && { at }) });
    const parameters = this.parameters(operationId);
    let response = await request(parameters);
    if (operationId !== "getVoiceAssistantConfig") return response;
    for (const slug of this.workspaces.slice(0, mostWorkspaces)) {
      if (response.status !== 404 || this.isNowhere(response)) break;
      if (slug !== parameters["slug"]) response = await request({ slug });
    }
    return response;
  }

  private parameters(operationId: OperationId): Values {
    const { pathParameters, queryParameters } = this.wire.operationOf(operationId);
    const path = pathParameters.map((name) => [name, this.samples[name as keyof Samples]]);
    // A few calls are enough to see their fields.
    return { ...Object.fromEntries(path), ...(queryParameters.includes("limit") ? { limit: 5 } : {}) } as Values;
  }

  private good(operationId: OperationId, response: Response, at?: OperationOverride): void | Promise<void> {
    if (response.value === undefined || typeof response.value !== "object") {
      return this.report(operationId, "differs", [`the response is no JSON (${response.type || "no content type"})`]);
    }
    this.bodies.set(operationId, response.raw);
    const { entities, differences, tolerated } = compareResponse(operationId, response.value, this.show);
    const empty = this.wire.operationOf(operationId).list && entities.length === 0;
    const details = differences.length > 0 ? differences : [...tolerated, ...(empty ? ["the list is empty"] : [])];
    if (!at) this.report(operationId, differences.length > 0 ? "differs" : "confirmed", details);
    return this.sample(operationId, entities);
  }

  /** Looks for another path or method of the operation, with reads only. */
  private async elsewhere(operationId: OperationId, response: Response): Promise<void> {
    const { path, method } = this.wire.operationOf(operationId);
    const said = `returned ${response.status}`;
    const parameters = this.parameters(operationId);
    const options = await this.wire.send(operationId, { parameters, at: { method: "options", path } });
    const allowed = [...response.allow, ...options.allow].filter((word) => !["", "options", "head"].includes(word));
    const [other] = allowed;
    if (other !== undefined && !allowed.includes(method)) {
      const details = [
        `${said} to ${method.toUpperCase()}`,
        `allowed is ${[...new Set(allowed)].join(", ").toUpperCase()}`,
      ];
      return this.report(operationId, "wrong", details, { method: other, path });
    }
    const candidates = otherPaths(operationId, path).map((each) => ({ method, path: each }));
    const found = await this.firstGood(operationId, candidates);
    // A 404 does not prove a path: a host without it returns 404, too.
    const maySayNone = operationId === "getVoiceAssistantConfig" && (this.ambiguous || !this.isNowhere(response));
    if (!found && response.status === 404 && maySayNone) {
      return this.report(operationId, "notChecked", ["404, as for a workspace without an assistant"]);
    }
    if (!found) return this.report(operationId, "wrong", [said]);
    this.report(operationId, "wrong", [said, `found at ${method.toUpperCase()} ${found.at.path}`], found.at, true);
    await this.good(operationId, found.response, found.at);
  }

  private async firstGood(operationId: OperationId, candidates: readonly OperationOverride[]) {
    const tries = await Promise.all(
      candidates.map(async (at) => ({ at, response: this.wire.hasTime ? await this.ask(operationId, at) : undefined })),
    );
    return tries.flatMap(({ at, response }) => {
      if (response?.status !== 200 || typeof response.value !== "object") return [];
      // Another operation may well live at a plausible path: its response has to look like this one.
      const { differences, entities } = compareResponse(operationId, response.value, this.show);
      const isTheOne = differences.length === 0 && (entities.length > 0 || this.wire.operationOf(operationId).list);
      return isTheOne ? [{ at, response }] : [];
    })[0];
  }

  /** Keeps parameters for later reads. */
  private async sample(operationId: OperationId, entities: readonly Values[]): Promise<void> {
    for (const entity of entities) {
      for (const name of ["name", "slug", "originalSlug", "title"]) {
        const value = entity[name];
        if (typeof value === "string") this.private.add(value);
      }
    }
    if (operationId === "listOrganizations") await this.sampleOrganization(entities);
    if (operationId === "listOrganizationWorkspaces") {
      this.workspaces = entities.flatMap((entity) => slugOf(entity) ?? []);
      const [slug] = this.workspaces;
      if (slug !== undefined) this.samples.slug = slug;
    }
    if (operationId === "listDocuments") {
      const folders = foldersIn(entities[0] ?? {}).filter(({ items }) => Array.isArray(items));
      const folder = folders.find((each) => documentsIn(each).length > 0) ?? folders[0];
      const document = folder && documentsIn(folder)[0];
      for (const each of folders) if (typeof each["name"] === "string") this.private.add(each["name"]);
      if (typeof folder?.["name"] === "string") this.samples.folderName = folder["name"];
      if (typeof document?.["name"] === "string") this.samples.docName = document["name"];
    }
    if (operationId === "listNumberRequests") {
      const id = entities[0]?.["id"];
      if (typeof id === "string" || typeof id === "number") this.samples.id = String(id);
    }
  }

  /** The organization asked for, else the first one that has workspaces. */
  private async sampleOrganization(entities: readonly Values[]): Promise<void> {
    const slugs = entities.flatMap((entity) => slugOf(entity) ?? []);
    const candidates = this.wanted === undefined ? slugs.slice(0, mostOrganizations) : [this.wanted];
    for (const orgSlug of candidates) {
      this.samples.orgSlug ??= orgSlug;
      const response = await this.wire.send("listOrganizationWorkspaces", { parameters: { orgSlug } });
      if (response.status !== 200) return;
      if (compareResponse("listOrganizationWorkspaces", response.value, this.show).entities.length === 0) continue;
      this.samples.orgSlug = orgSlug;
      return;
    }
  }

  /** Writes are not tried. Where the host reports allowed methods at all, it is asked for them. */
  private async writes(): Promise<void> {
    const writes = operationIds().filter((id) => this.wire.operationOf(id).method !== "get");
    const ask = (id: OperationId, path: string) =>
      this.wire.send(id, { parameters: this.anyParameters(id), at: { method: "options", path } });
    const [known, unknown] = await Promise.all([
      ask("verifyApiKey", this.wire.operationOf("verifyApiKey").path),
      ask("verifyApiKey", nowhere),
    ]);
    const reportsMethods = known.allow.includes("get") && !unknown.allow.includes("get");
    await Promise.all(
      writes.map(async (id) => {
        if (!reportsMethods || !this.wire.hasTime) {
          const why = neverTried.includes(id) ? "it cannot be taken back" : "it writes: see --write-test";
          return this.report(id, "notChecked", [why]);
        }
        const { method, path } = this.wire.operationOf(id);
        const { allow, status } = await ask(id, path);
        if (allow.includes(method)) return this.report(id, "confirmed", ["the host allows this method here"]);
        const others = allow.filter((word) => !["", "get", "head", "options"].includes(word));
        const [other] = others;
        if (other !== undefined) {
          const details = [`allowed is ${others.join(", ").toUpperCase()}`];
          return this.report(id, "wrong", details, { method: other, path }, others.length === 1);
        }
        return this.report(id, "wrong", [`returned ${status} to OPTIONS`]);
      }),
    );
  }

  private anyParameters(operationId: OperationId): Values {
    return Object.fromEntries(
      this.wire
        .operationOf(operationId)
        .pathParameters.map((name) => [name, this.samples[name as keyof Samples] ?? "0"]),
    );
  }

  private report(
    operationId: OperationId,
    result: Verdict["result"],
    details: readonly string[],
    suggestion?: OperationOverride,
    isFound = false,
  ): void {
    const { method, path } = { ...this.wire.operationOf(operationId), ...this.wire.settings.operations[operationId] };
    const provenance = provenanceOf(this.wire.settings.contract, operationId);
    const about = { operationId, method: method.toLowerCase(), path, provenance, result };
    this.verdicts.push({ ...about, details: [...new Set(details)], ...(suggestion && { suggestion, isFound }) });
  }
}

/** Statuses of a missing path, or of another method of an existing one. */
const notThere = [404, 405, 410, 501];

/** Writes that leave something behind: a customer, work for a person, or a link. */
const neverTried: readonly OperationId[] = [
  "createAccount",
  "createNumberRequest",
  "mintWhatsAppConnectToken",
  "disconnectWhatsApp",
  "finalizeWhatsAppOnboarding",
];

const things: Readonly<Record<string, string>> = {
  orgSlug: "organization",
  slug: "workspace",
  folderName: "folder",
  docName: "document",
  id: "number request",
};

function slugOf(entity: Values): string | undefined {
  const { originalSlug, slug } = entity;
  if (typeof originalSlug === "string") return originalSlug;
  return typeof slug === "string" ? (fromHexSlug(slug) ?? slug) : undefined;
}

/** A response without the path that it may repeat, and without numbers and ids of the request. */
function signature({ status, type, text }: Response): string {
  const steady = text.replace(/\/[\w/%.-]+/g, "/").replace(/[0-9a-f]*\d[0-9a-f-]*/gi, "#");
  return `${status} ${type} ${steady.slice(0, 500)}`;
}
