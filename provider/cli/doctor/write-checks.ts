import { type OperationId, operationOf, type OperationOverride } from "../../client/contract/contract";
import { isObject } from "../../client/is-object";
import { otherWrites } from "./alternatives";
import { compareResponse, isFieldName } from "./compare-response";
import { type Verdict, verdictOf } from "./verdict";
import { type Response, type Wire } from "./wire";
import { createOrganization, leftOf, type Made, type WriteStep, writeSteps } from "./write-steps";

/**
 * Tries every write that can be taken back, on an organization of its own; where that cannot be made, in a given one, with
 * things of its own.
 */
export class WriteChecks {
  readonly verdicts: Verdict[] = [];
  /** Good responses, with the names of the wire. */
  readonly bodies = new Map<OperationId, unknown>();
  readonly isName = isFieldName;
  private readonly made: Made;
  private readonly removed = new Set<keyof Made>();

  /**
   * @param name of that organization and of everything in it; nothing else is touched
   * @param given original slug of an organization that may serve instead
   */
  constructor(
    private readonly wire: Wire,
    private readonly name: string,
    private readonly onCheck: (operationId: string) => void,
    private readonly given?: string,
  ) {
    this.made = { name, folderName: name };
  }

  /** @returns what to do about objects that could not be removed; undefined where there are none */
  async run(): Promise<string | undefined> {
    const { wire, name, given, made, removed } = this;
    await this.check(createOrganization);
    const isOwn = made.orgSlug !== undefined;
    if (!isOwn && given !== undefined && (await this.isThere(given))) made.orgSlug = given;
    for (const step of writeSteps) {
      const { result, suggestion } = await this.check(step, this.whyNot(step, isOwn));
      if (result !== "confirmed" && suggestion === undefined) continue;
      if (step.operationId === "createFolder") made.folder = name;
      step.removes?.forEach((key) => removed.add(key));
    }
    const { orgSlug } = made;
    if (orgSlug === undefined) return undefined;
    if (isOwn) {
      const seen = await wire.send("getOrganization", { parameters: { orgSlug } });
      if (seen.status !== 200 && removed.has("orgSlug")) return undefined;
      return `The organization ${orgSlug} could not be removed: pulumi-lumenone sweep --prefix ${name}`;
    }
    const things = leftOf(made, removed).join(", ");
    return things === "" ? undefined : `Remove from the organization ${orgSlug} at LumenOne: ${things}.`;
  }

  /** Tries two reads: the path of one may differ on this host. */
  private async isThere(orgSlug: string): Promise<boolean> {
    for (const read of ["getOrganization", "listOrganizationWorkspaces"] as const) {
      if ((await this.wire.send(read, { parameters: { orgSlug } })).status === 200) return true;
    }
    return false;
  }

  /** Why a step is not tried. */
  private whyNot({ ownOnly }: WriteStep, isOwn: boolean): string | undefined {
    if (this.made.orgSlug === undefined) {
      return this.given === undefined
        ? "no organization could be made for it: name one that may serve with --organization"
        : "no organization could be made for it, and the given one cannot be read";
    }
    return ownOnly && !isOwn ? "it is not tried on an organization that doctor has not made" : undefined;
  }

  private async check(step: WriteStep, whyNot?: string): Promise<Verdict> {
    this.onCheck(step.operationId);
    const verdict =
      whyNot === undefined ? await this.attempt(step) : verdictOf(this.wire, step.operationId, "notChecked", [whyNot]);
    this.verdicts.push(verdict);
    return verdict;
  }

  private async attempt(step: WriteStep): Promise<Verdict> {
    const { wire, made } = this;
    const { operationId, needs = [], body, makes } = step;
    const found = (result: Verdict["result"], details: string[], suggestion?: OperationOverride) =>
      verdictOf(wire, operationId, result, details, suggestion && { suggestion, isFound: true });
    const inPath = wire.operationOf(operationId).pathParameters as readonly (keyof Made)[];
    if ([...inPath, ...needs].some((key) => made[key] === undefined)) {
      return found("notChecked", ["what it needs was not made"]);
    }
    const parameters = Object.fromEntries(inPath.map((key) => [key, made[key]]));
    const asked = { parameters, body: body?.(made as Required<Made>) };
    const response = await wire.send(operationId, asked);
    if (isGood(response)) {
      if (response.raw !== undefined) this.bodies.set(operationId, response.raw);
      const differences = this.differencesOf(step, response);
      await this.locate(step);
      return found(differences.length > 0 ? "differs" : "confirmed", differences);
    }
    const returned = `returned ${response.status || (response.error?.code ?? "nothing")}`;
    if (![404, 405, 410, 501].includes(response.status)) {
      // A write may be done although its response is lost, or reports a failure.
      await this.locate(step);
      return found("differs", [returned]);
    }
    const missing = found("wrong", [returned]);
    for (const at of otherWrites(operationId, missing)) {
      if (!wire.hasTime) break;
      const other = await wire.send(operationId, { ...asked, at });
      if (!isGood(other)) continue;
      const isThis = this.differencesOf(step, other).length === 0;
      // It created the object, whatever it returned: another attempt would create a second one.
      if (!isThis && makes) await this.locate(step);
      if (!isThis && (!makes || made[makes.key] === undefined)) continue;
      return found("wrong", [returned, `found at ${at.method.toUpperCase()} ${at.path}`], at);
    }
    return missing;
  }

  /** Looks for what was made in the list of its kind, where the response did not show what later writes need. */
  private async locate({ keep, makes }: WriteStep): Promise<void> {
    const { wire, made } = this;
    if (!makes || made[makes.key] !== undefined || !wire.hasTime) return;
    const listed = await wire.send(makes.list, { parameters: { orgSlug: made.orgSlug } });
    if (listed.status !== 200) return;
    for (const entity of compareResponse(makes.list, listed.value).entities) keep?.(entity, made);
  }

  private differencesOf({ operationId, keep }: WriteStep, response: Response): string[] {
    if (operationOf(operationId).envelope.length === 0) return [];
    const { entities, differences } = compareResponse(operationId, response.value);
    if (entities[0]) keep?.(entities[0], this.made);
    return differences;
  }
}

/** Whether a response is good: 2xx, and not in words that it failed. */
function isGood({ status, value }: Response): boolean {
  return status >= 200 && status < 300 && !(isObject(value) && value["success"] === false);
}
