import { type OperationId, operationOf, type OperationOverride } from "../../client/contract/contract";
import { provenanceOf } from "../contract/response-schema";
import { otherWrites } from "./alternatives";
import { compareResponse } from "./compare-response";
import { shownName } from "./field-name";
import { type Verdict } from "./verdict";
import { type Response, type Wire } from "./wire";
import { createOrganization, leftOf, type Made, saysDone, type WriteStep, writeSteps } from "./write-steps";

type Bodies = Map<OperationId, unknown>;

/** The results of the writes. */
export interface Written {
  readonly verdicts: Verdict[];
  /** Good responses, with the names of the wire. */
  readonly bodies: ReadonlyMap<OperationId, unknown>;
  /** Objects that could not be removed: an organization of its own, or objects in the given one. */
  readonly left: { readonly organization: string } | { readonly within: string; readonly things: string[] } | undefined;
}

/**
 * Tries every write that can be taken back, on an organization of its own; where that cannot be made, in a given one, with
 * things of its own.
 * @param name of that organization and of everything in it; nothing else is touched
 * @param given original slug of an organization that may serve instead
 */
export async function writeChecks(
  wire: Wire,
  name: string,
  onCheck: (operationId: string) => void,
  given?: string,
): Promise<Written> {
  const made: Made = { name };
  const bodies: Bodies = new Map();
  onCheck(createOrganization.operationId);
  const verdicts = [await attempt(wire, createOrganization, made, bodies)];
  const isOwn = made.orgSlug !== undefined;
  if (!isOwn && given !== undefined && (await isThere(wire, given))) made.orgSlug = given;
  const removed = new Set<keyof Made>();
  for (const step of writeSteps) {
    onCheck(step.operationId);
    const verdict = await verdictOf(wire, step, made, bodies, isOwn, given);
    verdicts.push(verdict);
    if (step.operationId === "createFolder" && wasDone(verdict)) made.folder = name;
    if (wasDone(verdict)) step.removes?.forEach((key) => removed.add(key));
  }
  const { orgSlug } = made;
  if (orgSlug === undefined) return { verdicts, bodies, left: undefined };
  if (!isOwn) {
    const things = leftOf(made, removed);
    return { verdicts, bodies, left: things.length > 0 ? { within: orgSlug, things } : undefined };
  }
  const seen = await wire.send("getOrganization", { parameters: { orgSlug } });
  return {
    verdicts,
    bodies,
    left: seen.status === 200 || !removed.has("orgSlug") ? { organization: orgSlug } : undefined,
  };
}

async function verdictOf(
  wire: Wire,
  step: WriteStep,
  made: Made,
  bodies: Bodies,
  isOwn: boolean,
  given: string | undefined,
): Promise<Verdict> {
  const unchecked = (why: string): Verdict => ({ ...aboutOf(wire, step), result: "notChecked", details: [why] });
  if (made.orgSlug === undefined) {
    return unchecked(
      given === undefined
        ? "no organization could be made for it: name one that may serve with --organization"
        : "no organization could be made for it, and the given one cannot be read",
    );
  }
  if (step.ownOnly && !isOwn) return unchecked("it is not tried on an organization that doctor has not made");
  return attempt(wire, step, made, bodies);
}

/** Tries two reads: the path of one may differ on this host. */
async function isThere(wire: Wire, orgSlug: string): Promise<boolean> {
  for (const read of ["getOrganization", "listOrganizationWorkspaces"] as const) {
    if ((await wire.send(read, { parameters: { orgSlug } })).status === 200) return true;
  }
  return false;
}

function wasDone({ result, suggestion }: Verdict): boolean {
  return result === "confirmed" || suggestion !== undefined;
}

function aboutOf(wire: Wire, { operationId }: WriteStep) {
  const { method, path } = { ...wire.operationOf(operationId), ...wire.settings.operations[operationId] };
  return { operationId, method, path, provenance: provenanceOf(wire.settings.contract, operationId) };
}

async function attempt(wire: Wire, step: WriteStep, made: Made, bodies: Bodies): Promise<Verdict> {
  const { operationId, request } = step;
  const about = aboutOf(wire, step);
  const asked = request(made);
  if (!asked) return { ...about, result: "notChecked", details: ["what it needs was not made"] };
  const response = await wire.send(operationId, asked);
  if (isGood(response)) {
    if (response.raw !== undefined) bodies.set(operationId, response.raw);
    const judged = judge(step, response, made);
    await locate(wire, step, made);
    return { ...about, ...judged };
  }
  if (![404, 405, 410, 501].includes(response.status)) {
    // A write may be done although its response is lost, or reports a failure.
    await locate(wire, step, made);
    return {
      ...about,
      result: "differs",
      details: [`returned ${response.status || (response.error?.code ?? "nothing")}`],
    };
  }
  for (const at of otherWrites(operationId, about)) {
    if (!wire.hasTime) break;
    const other = await wire.send(operationId, { ...asked, at });
    if (!isGood(other)) continue;
    const isThis = judge(step, other, made).result === "confirmed";
    // It created the object, whatever it returned: another attempt would create a second one.
    if (!isThis && step.makes) await locate(wire, step, made);
    if (!isThis && (!step.makes || made[step.makes.key] === undefined)) continue;
    const details = [`returned ${response.status}`, `found at ${at.method.toUpperCase()} ${at.path}`];
    return { ...about, result: "wrong", details, suggestion: at satisfies OperationOverride, isFound: true };
  }
  return { ...about, result: "wrong", details: [`returned ${response.status}`] };
}

const isGood = ({ status, value }: Response): boolean => saysDone(status, value);

/** A write sends no name of the tenant's. */
const show = (name: string) => shownName(name);

/** Looks for what was made in the list of its kind, where the response did not show what later writes need. */
async function locate(wire: Wire, { keep, makes }: WriteStep, made: Made): Promise<void> {
  if (!makes || made[makes.key] !== undefined || !wire.hasTime) return;
  const listed = await wire.send(makes.list, { parameters: { orgSlug: made.orgSlug } });
  if (listed.status !== 200) return;
  for (const entity of compareResponse(makes.list, listed.value, show).entities) keep?.(entity, made);
}

function judge({ operationId, keep }: WriteStep, response: Response, made: Made): Pick<Verdict, "result" | "details"> {
  if (operationOf(operationId).envelope.length === 0) return { result: "confirmed", details: [] };
  const { entities, differences } = compareResponse(operationId, response.value, show);
  if (entities[0]) keep?.(entities[0], made);
  return { result: differences.length > 0 ? "differs" : "confirmed", details: differences };
}
