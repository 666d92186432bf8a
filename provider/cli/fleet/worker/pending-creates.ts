import { type Stack } from "@pulumi/pulumi/automation";
import { definitionOf, kinds } from "../../../definitions/registry";
import { kindOfType } from "../../../definitions/resource-type";
import { type Definition } from "../../../lifecycle/definition/definition";
import { secretSignature, signatureKey } from "../../../lifecycle/engine/asset";
import { turnOf } from "../../../lifecycle/object/scope";
import { earlierIn, hashOfTurn, type JournalLine, knownKey, readJournal } from "../../../lifecycle/once/create-journal";
import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";
import { type FleetOptions } from "../fleet-options";
import { type Task } from "../task";

interface Resource {
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Values;
}

interface Deployment {
  readonly manifest?: { readonly time?: string };
  readonly resources?: readonly Resource[];
  readonly pending_operations?: readonly { readonly type: string; readonly resource: Resource }[];
}

/** Milliseconds after the last line of a journal in which a state counts as that of the same run. */
const sameRun = 15 * 60_000;

/**
 * Removes the pending creations of a killed run from the state: Pulumi would ask a person about them. The journal of the
 * next run gets what the killed one knew, so the provider looks for each object before it creates it.
 * @param left the journal of that run on this machine; undefined where it has none or ran elsewhere
 * @returns how many creations were removed, and the first lines of the next run's journal
 */
export async function takeOffPendingCreates(
  stack: Stack,
  task: Task,
  left: string | undefined,
): Promise<{ count: number; lines: JournalLine[] }> {
  const exported = await stack.exportStack();
  const deployment = (exported.deployment ?? {}) as Deployment;
  const { resources = [], pending_operations: pending = [], manifest } = deployment;
  const creates = pending.filter(({ type }) => type === "creating").map(({ resource }) => resource);
  const lines = linesFor(resources, creates, left, task.options, task.sharesName, Date.parse(manifest?.time ?? ""));
  if (creates.length > 0) {
    const rest = pending.filter(({ type }) => type !== "creating");
    await stack.importStack({ ...exported, deployment: { ...deployment, pending_operations: rest } });
  }
  return { count: creates.length, lines };
}

/** The first lines of the next run's journal. */
export function linesFor(
  resources: readonly Resource[],
  creates: readonly Resource[],
  left: string | undefined,
  { ours = [], notOurs = [] }: FleetOptions,
  sharesName: boolean,
  stateTime: number,
): JournalLine[] {
  const known = resources.flatMap((resource) => {
    const definition = confusable(resource);
    return definition && resource.id ? [knownKey(definition.kind, resource.id)] : [];
  });
  const written = readJournal(left ?? "");
  const earlier = earlierIn(written);
  // A run on another machine may have changed the state since.
  const times = written.flatMap((line) => ("until" in line ? line.until : "began" in line ? line.began : []));
  const isOfThatRun = stateTime <= Math.max(...times) + sameRun;
  const turns: JournalLine[] = [];
  const pending = new Set<string>();
  for (const resource of creates) {
    const definition = confusable(resource);
    if (!definition) continue;
    const turn = hashOfTurn(turnOf(definition, plain(resource.inputs ?? {}) as Values, undefined));
    if (pending.has(turn)) continue;
    pending.add(turn);
    const found = earlier.get(turn);
    const isAmbiguous = sharesName && definition.kind === "Organization";
    // A run that keeps a journal writes a creation down before it sends it.
    if (!found && isOfThatRun && !isAmbiguous) continue;
    const now = Date.now();
    const before = isAmbiguous ? null : (found?.before ?? null);
    turns.push({ turn, before, from: found?.from ?? now, until: found?.until ?? now });
  }
  // A kill during a write of the state can also lose the last creations, pending ones included.
  for (const [turn, { before, from, until }] of earlier) {
    if (pending.has(turn) || !isOfThatRun) continue;
    turns.push({ turn, before: before ?? null, from, until });
  }
  return [{ known, began: Date.now() }, { ours, notOurs }, ...turns];
}

/** The definition of a resource of ours whose object can be confused with somebody else's. */
function confusable({ type }: Resource): Definition | undefined {
  const kind = kindOfType(type);
  if (kind === undefined || !kinds.includes(kind)) return undefined;
  const definition = definitionOf(kind);
  return definition.names === "edge" ? undefined : definition;
}

/** The value of inputs in which secrets stand in envelopes, as an exported state has them. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  if (value[signatureKey] === secretSignature) {
    return typeof value["plaintext"] === "string" ? plain(JSON.parse(value["plaintext"])) : undefined;
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
