import { type Simulator } from "lumenone-simulator";
import { change, remoteOf, vanish } from "../scenarios/remote";
import { pick, type Random } from "../seeded";
import { settingsOf } from "./settings";
import { type Declared } from "./model";

/** A resource that the last round has made. */
export interface Known {
  readonly kind: Declared["kind"];
  readonly name: string;
  readonly id: string;
  /** What the program gave it. Anything else is not managed, and keeps what others set. */
  readonly settings: readonly string[];
}

/** Somebody changes or removes something behind the API. @returns what was done */
export function disturb(random: Random, simulator: Simulator, known: readonly Known[]): string[] {
  // What is in something that has vanished has vanished too.
  const there = known.filter(({ kind, id }) => remoteOf(simulator, kind, id) !== undefined);
  if (there.length === 0) return [];
  const { kind, name, id, settings: given } = pick(random, there);
  if (random() < 0.4) {
    vanish(simulator, kind, id);
    return [`${name} vanishes`];
  }
  const settings = Object.entries(settingsOf[kind]).filter(([setting]) => given.includes(setting));
  if (settings.length === 0) return [];
  const [setting, { values }] = pick(random, settings);
  change(simulator, kind, id, { [setting]: pick(random, values) });
  return [`${setting} of ${name} drifts`];
}

/** The next call of some write goes wrong. @returns what will */
export function spoil(random: Random, simulator: Simulator): string[] {
  const operationId = pick(random, [
    "createOrganization",
    "createWorkspace",
    "createOrganizationTool",
    "createFolder",
    "attachWorkspaceTool",
    "provisionVoiceIntegration",
    "updateWorkspace",
    "updateOrganizationTool",
    "deleteWorkspace",
    "deleteOrganization",
    "listOrganizationWorkspaces",
  ]);
  const kind = pick(random, ["resetBefore", "resetAfter", "truncated", "html", "aborted", "status"] as const);
  simulator.faults.add({
    operationId,
    kind,
    ...(kind === "status" ? { status: 503, when: pick(random, ["before", "after"]) } : {}),
  });
  return [`${kind} on ${operationId}`];
}
