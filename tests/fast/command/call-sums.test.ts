import { createSimulator, type Simulator } from "lumenone-simulator";
import { asJson } from "../../../provider/cli/calls/formats/json";
import { readDirectory, type Scope } from "../../../provider/cli/calls/read/directory";
import { TimeZone } from "../../../provider/cli/calls/read/time-zone";
import { groupings } from "../../../provider/cli/calls/sum/groups";
import { summarize } from "../../../provider/cli/calls/sum/summarize";
import { createClient } from "../../../provider/client";
import { figuresOf, type Log, rowsBy } from "../../support/calls/independent-sums";
import { randomCall, randomCalls, zones } from "../../support/calls/random-calls";
import { pick, seeded, seedFrom } from "../../support/seeded";

const sets = Number(process.env["LUMENONE_CALLS_SETS"] ?? 200);
const known = [1, 2, 3, 99];
const scopes: readonly [scope: Scope, ids: readonly number[]][] = [
  [{}, known],
  [{}, known],
  [{ organization: "acme" }, [1, 2]],
  [{ workspace: "desk" }, [3]],
  [{ organization: "acme", workspace: "sales" }, [2]],
];

let simulator: Simulator;
beforeAll(async () => (simulator = await createSimulator()));
afterAll(() => simulator.close());

type Json = Record<string, unknown> & { rows: object[] };

test(
  `in ${sets} random sets of calls the sums equal independent ones, whatever arrives meanwhile`,
  async () => {
    const random = seeded(seedFrom("LUMENONE_CALLS_SEED"));
    const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
    for (let set = 0; set < sets; set++) {
      const count = set < 10 ? 0 : set < 20 ? 1 : Math.floor(random() * 45);
      const seed = randomCalls(random, count);
      simulator.reset(seed);
      const before = simulator.snapshot();
      const times = before.callLogs.map(({ createdAt }) => Date.parse(createdAt));
      const week = Math.min(...times, Date.parse("2025-03-26"));
      const since = random() < 0.5 ? undefined : pick(random, [week, ...times]);
      const until = Math.max(since ?? 0, pick(random, [Date.parse("2026-11-01"), ...times])) + pick(random, [0, 1]);
      const zone = new TimeZone(pick(random, zones));
      const by = pick(random, groupings);
      const [scope, ids] = pick(random, scopes);

      // Other calls come while the list is read.
      const client = createClient({ apiKey: simulator.apiKey, baseUrl: simulator.url, accountId: simulator.accountId });
      const read = new Set<number>();
      const listCallLogs: typeof client.listCallLogs = async (...args) => {
        if (random() < 0.3) simulator.person.add("callLogs", randomCall(random, week));
        const page = await client.listCallLogs(...args);
        // A page of one is a look at the beginning of the list: what has come there meanwhile is not counted.
        if (args[0]?.limit !== 1) for (const { id } of page) read.add(id);
        return page;
      };
      const asked = { ...client, listCallLogs };
      const owned = { accountId: simulator.accountId, ...scope };
      const period = { since, until };
      const directory = await readDirectory(asked, owned);
      const pageSize = 2 + Math.floor(random() * 12);
      const summary = await summarize(asked, { directory, period, showNumbers: false, pageSize }, by, zone);
      const report = { summary, scope: owned, period, zone, budget: undefined, showNumbers: false };
      const json = asJson(report) as Json;

      const isMeant = ({ workspaceId, createdAt }: { workspaceId: number; createdAt: string }) =>
        ids.includes(workspaceId) && Date.parse(createdAt) >= (since ?? -Infinity) && Date.parse(createdAt) < until;
      const after = simulator.snapshot();
      expect(before.callLogs.filter((log) => isMeant(log) && !read.has(log.id))).toEqual([]);
      const once = new Map(after.callLogs.map((log) => [log.id, log]));
      const logs = [...once.values()].filter((log) => isMeant(log) && read.has(log.id)) as unknown as Log[];
      const rows = rowsBy(by, logs, zone.name, after);
      expect({ set, ...json, rows: inOrder(json.rows) }).toMatchObject({
        set,
        by,
        ...figuresOf(logs),
        rows: inOrder(rows),
      });
    }
  },
  60_000 + 100 * sets,
);
