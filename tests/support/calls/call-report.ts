import { type Simulator } from "lumenone-simulator";
import { readDirectory, type Scope } from "../../../provider/cli/calls/read/directory";
import { TimeZone } from "../../../provider/cli/calls/read/time-zone";
import { type CallReport } from "../../../provider/cli/calls/report";
import { type Grouping } from "../../../provider/cli/calls/sum/groups";
import { summarize } from "../../../provider/cli/calls/sum/summarize";
import { createClient } from "../../../provider/client";

/** The report of a simulator's calls, as the command makes it. */
export async function callReport(
  { apiKey, url: baseUrl, accountId }: Simulator,
  { by = "day", scope = {}, showNumbers = false }: { by?: Grouping; scope?: Scope; showNumbers?: boolean } = {},
): Promise<CallReport> {
  const client = createClient({ apiKey, baseUrl, accountId });
  const zone = new TimeZone("UTC");
  const period = { since: undefined, until: Date.parse("2026-11-26T00:00:00Z") };
  const owned = { accountId, ...scope };
  const directory = await readDirectory(client, owned);
  const summary = await summarize(client, { directory, period, showNumbers }, by, zone);
  return { summary, scope: owned, period, zone, budget: undefined, showNumbers };
}
