import { type Client } from "../../../client/client";
import { readCalls, type ReadCall, type Reading } from "../read/read-calls";
import { type TimeZone } from "../read/time-zone";
import { type Group, type Grouping, Groups } from "./groups";
import { Sum } from "./sum";

/** The sums of the calls and their costs. */
export interface Summary {
  readonly by: Grouping;
  /** By the requested grouping. */
  readonly groups: readonly Group[];
  readonly total: Sum;
  readonly days: readonly Group[];
  readonly organizations: readonly Group[];
  readonly workspaces: readonly Group[];
  /** Calls of other accounts, which are not counted. */
  readonly elsewhere: number;
  /** The most expensive calls with the customers' numbers; empty unless these were asked for. */
  readonly mostExpensive: readonly ReadCall[];
}

/** How many calls are shown one by one. */
const mostShown = 10;

/** Sums calls while they are read. */
export async function summarize(client: Client, reading: Reading, by: Grouping, zone: TimeZone): Promise<Summary> {
  const days = new Groups("day", zone);
  const workspaces = new Groups("workspace", zone);
  const assistants = new Groups("assistant", zone);
  const mostExpensive: ReadCall[] = [];
  let elsewhere = 0;
  for await (const call of readCalls(client, reading)) {
    if (call.workspaceId !== undefined && reading.directory.elsewhere.has(call.workspaceId)) {
      elsewhere++;
      continue;
    }
    days.add(call);
    workspaces.add(call);
    if (by === "assistant") assistants.add(call);
    if (reading.showNumbers) keepMostExpensive(mostExpensive, call);
  }
  const organizations = new Groups("organization", zone);
  const total = new Sum();
  for (const { key, sum } of workspaces.sorted()) {
    organizations.merge({ organization: key["organization"] ?? null }, sum);
    total.merge(sum);
  }
  const all = { day: days, organization: organizations, workspace: workspaces, assistant: assistants };
  return {
    by,
    groups: all[by].sorted(),
    total,
    days: days.sorted(),
    organizations: organizations.sorted(),
    workspaces: workspaces.sorted(),
    elsewhere,
    mostExpensive,
  };
}

/** Keeps the calls that cost most, the highest cost first. */
function keepMostExpensive(kept: ReadCall[], call: ReadCall): void {
  if (call.cost === undefined) return;
  kept.push(call);
  kept.sort((one, other) => other.cost!.cmp(one.cost!));
  kept.length = Math.min(kept.length, mostShown);
}
