import { type Client } from "../../../client/client";
import { readCalls, type ReadCall, type Reading } from "../read/read-calls";
import { type TimeZone } from "../read/time-zone";
import { type Grouping, Groups, keyOf } from "./groups";
import { Sum } from "./sum";

/** The sums of the calls and their costs. */
export type Summary = Awaited<ReturnType<typeof summarize>>;

/** How many calls are shown one by one. */
const mostShown = 10;

/** Sums calls while they are read. */
export async function summarize(client: Client, reading: Reading, by: Grouping, zone: TimeZone) {
  const groups = { day: new Groups(), organization: new Groups(), workspace: new Groups(), assistant: new Groups() };
  const added = ["day", "workspace", ...(by === "assistant" ? [by] : [])] as const;
  const mostExpensive: ReadCall[] = [];
  let elsewhere = 0;
  for await (const call of readCalls(client, reading)) {
    if (call.workspaceId !== undefined && reading.directory.elsewhere.has(call.workspaceId)) {
      elsewhere++;
      continue;
    }
    for (const grouping of added) groups[grouping].sumOf(keyOf(grouping, call, zone)).add(call);
    if (reading.showNumbers) keepMostExpensive(mostExpensive, call);
  }
  const total = new Sum();
  const workspaces = groups.workspace.sorted();
  for (const { key, sum } of workspaces) {
    groups.organization.sumOf({ organization: key["organization"] ?? null }).merge(sum);
    total.merge(sum);
  }
  return {
    by,
    /** By the requested grouping. */
    groups: groups[by].sorted(),
    total,
    days: groups.day.sorted(),
    organizations: groups.organization.sorted(),
    workspaces,
    /** Calls of other accounts, which are not counted. */
    elsewhere,
    /** The most expensive calls with the customers' numbers; empty unless these were asked for. */
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
