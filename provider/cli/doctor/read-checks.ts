import { type OperationId, operationIds, type OperationOverride } from "../../client/contract/contract";
import { type Values } from "../../lifecycle/state/values";
import { otherPaths } from "./alternatives";
import { compareResponse } from "./compare-response";
import { methodChecks } from "./method-checks";
import { MissingPaths } from "./missing-paths";
import { Samples } from "./samples";
import { type Elsewhere, type Verdict, verdictOf } from "./verdict";
import { type Response, type Wire } from "./wire";

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

/** The most workspaces that are asked for a voice assistant. */
const mostWorkspaces = 10;

/** Statuses of a missing path, or of another method of an existing one. */
const notThere = [404, 405, 410, 501];

/** Tries every read of the contract against a host. Sends GET and OPTIONS only. */
export class ReadChecks {
  readonly verdicts: Verdict[] = [];
  /** Good responses, with the names of the wire. */
  readonly bodies = new Map<OperationId, unknown>();
  private readonly samples: Samples;
  private readonly missingPaths: MissingPaths;
  /** Whether a missing object looks like a missing path. */
  private ambiguous = false;

  /** @param wanted the organization to look into; default: the first one that has workspaces */
  constructor(
    private readonly wire: Wire,
    private readonly onCheck: (operationId: string) => void,
    wanted?: string,
  ) {
    this.samples = new Samples(wire, wanted);
    this.missingPaths = new MissingPaths(wire, this.samples);
  }

  /** Whether a key may be a field's name, and not one of the tenant's. */
  get isName() {
    return this.samples.isName;
  }

  async run(): Promise<Verdict[]> {
    await this.missingPaths.learn("verifyApiKey", "");
    for (const operationId of first) await this.check(operationId);
    this.samples.assumeFolder();
    await this.missingPaths.learn("getOrganization", this.wire.operationOf("getOrganization").path);
    await this.missingPaths.learn("getWorkspace", this.wire.operationOf("getWorkspace").path);
    const nobody = { slug: "nothing-of-this-name", orgSlug: "nothing-of-this-name" };
    const asked = this.wire.settings.accountId === undefined ? [] : (["getWorkspace", "getOrganization"] as const);
    for (const operationId of asked) {
      this.ambiguous ||= this.missingPaths.isOne(await this.wire.send(operationId, { parameters: nobody }));
    }
    const reads = operationIds().filter((id) => this.wire.operationOf(id).method === "get");
    await Promise.all(reads.filter((id) => !first.includes(id)).map((id) => this.check(id)));
    this.verdicts.push(...(await methodChecks(this.wire, this.samples)));
    const order = operationIds();
    return this.verdicts.sort((a, b) => order.indexOf(a.operationId) - order.indexOf(b.operationId));
  }

  private async check(operationId: OperationId): Promise<void> {
    this.onCheck(operationId);
    const why = this.whyNot(operationId);
    if (why !== undefined) return this.report(operationId, "notChecked", [why]);
    const response = await this.ask(operationId);
    if (response.status === 200) return this.good(operationId, response);
    if (response.error)
      return this.report(operationId, "differs", [`no response (${response.error.code || "timeout"})`]);
    if (notThere.includes(response.status)) return this.elsewhere(operationId, response);
    this.report(operationId, "differs", [`returned ${response.status}`]);
  }

  /** Why an operation is not requested. */
  private whyNot(operationId: OperationId): string | undefined {
    const method = this.wire.operationOf(operationId).method.toUpperCase();
    const missing = this.samples.missing(operationId);
    if (operationId === "renderWhatsAppConnectPage") return "it needs the token of a person's link";
    if (method !== "GET") return `it is read by ${method} here, and doctor sends GET and OPTIONS only`;
    if (missing !== undefined) return `there is no ${missing} to ask about`;
    if (!this.wire.hasAccountFor(operationId)) return "no account is configured";
    return this.wire.hasTime ? undefined : "out of time";
  }

  /** Sends a read, and repeats it for other workspaces where the first one has no voice assistant. */
  private async ask(operationId: OperationId, at?: OperationOverride): Promise<Response> {
    const request = (parameters: Values) => this.wire.send(operationId, { parameters, ...(at && { at }) });
    const parameters = this.samples.parameters(operationId);
    let response = await request(parameters);
    if (operationId !== "getVoiceAssistantConfig") return response;
    for (const slug of this.samples.workspaces.slice(0, mostWorkspaces)) {
      if (response.status !== 404 || this.missingPaths.isOne(response)) break;
      if (slug !== parameters["slug"]) response = await request({ slug });
    }
    return response;
  }

  private good(operationId: OperationId, response: Response, at?: OperationOverride): void | Promise<void> {
    if (response.value === undefined || typeof response.value !== "object") {
      return this.report(operationId, "differs", [`the response is not JSON (${response.type || "no content type"})`]);
    }
    this.bodies.set(operationId, response.raw);
    const { entities, differences, tolerated } = compareResponse(operationId, response.value, this.isName);
    const empty = this.wire.operationOf(operationId).list && entities.length === 0;
    const details = differences.length > 0 ? differences : [...tolerated, ...(empty ? ["the list is empty"] : [])];
    if (!at) this.report(operationId, differences.length > 0 ? "differs" : "confirmed", details);
    return this.samples.learn(operationId, entities);
  }

  /** Looks for another path or method of the operation, with reads only. */
  private async elsewhere(operationId: OperationId, response: Response): Promise<void> {
    const { path, method } = this.wire.operationOf(operationId);
    const said = `returned ${response.status}`;
    const parameters = this.samples.parameters(operationId);
    const options = await this.wire.send(operationId, { parameters, at: { method: "options", path } });
    const allowed = [...response.allow, ...options.allow].filter((word) => !["", "options", "head"].includes(word));
    const [other] = allowed;
    if (other !== undefined && !allowed.includes(method)) {
      const words = [...new Set(allowed)].join(", ").toUpperCase();
      const details = [`${said} to ${method.toUpperCase()}`, `allowed is ${words}`];
      return this.report(operationId, "wrong", details, { suggestion: { method: other, path }, isFound: false });
    }
    const candidates = otherPaths(operationId, path).map((each) => ({ method, path: each }));
    const found = await this.firstGood(operationId, candidates);
    // A 404 does not prove a path: a host without it returns 404, too.
    const maySayNone =
      operationId === "getVoiceAssistantConfig" && (this.ambiguous || !this.missingPaths.isOne(response));
    if (!found && response.status === 404 && maySayNone) {
      return this.report(operationId, "notChecked", ["404, as for a workspace without an assistant"]);
    }
    if (!found) return this.report(operationId, "wrong", [said]);
    const details = [said, `found at ${method.toUpperCase()} ${found.at.path}`];
    this.report(operationId, "wrong", details, { suggestion: found.at, isFound: true });
    await this.good(operationId, found.response, found.at);
  }

  private async firstGood(operationId: OperationId, candidates: readonly OperationOverride[]) {
    const tries = await Promise.all(
      candidates.map(async (at) => ({ at, response: this.wire.hasTime ? await this.ask(operationId, at) : undefined })),
    );
    return tries.flatMap(({ at, response }) => {
      if (response?.status !== 200 || typeof response.value !== "object") return [];
      // Another operation may well live at a plausible path: its response has to look like this one.
      const { differences, entities } = compareResponse(operationId, response.value, this.isName);
      const isTheOne = differences.length === 0 && (entities.length > 0 || this.wire.operationOf(operationId).list);
      return isTheOne ? [{ at, response }] : [];
    })[0];
  }

  private report(id: OperationId, result: Verdict["result"], details: string[], elsewhere?: Elsewhere): void {
    this.verdicts.push(verdictOf(this.wire, id, result, [...new Set(details)], elsewhere));
  }
}
