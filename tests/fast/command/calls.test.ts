import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { amountOf } from "../../../provider/cli/calls/read/call";
import { TimeZone } from "../../../provider/cli/calls/read/time-zone";
import { periodOf } from "../../../provider/cli/calls/read/period";
import { readDirectory } from "../../../provider/cli/calls/read/directory";
import { readCalls } from "../../../provider/cli/calls/read/read-calls";
import { calls, type CallsOptions } from "../../../provider/cli/calls/calls";
import { Reporter } from "../../../provider/cli/console/reporter";
import { createClient } from "../../../provider/client";
import { runCommand } from "../../support/command/run-command";
import { sampleFiles } from "../../support/sample-files";
import { pick, seeded } from "../../support/seeded";
import { zones } from "../../support/calls/random-calls";

const day = (date: string, costTotal: number, workspace: string) => ({
  ...{ createdAt: `${date}T12:00:00.000Z`, costTotal, workspace },
  ...{ stt: costTotal, llm: 0, tts: 0, vapi: 0, durationSeconds: 60 },
});
const seed = {
  organizations: [{ name: "Acme" }, { name: "Globex" }],
  workspaces: [
    { organization: "acme", name: "Support" },
    { organization: "globex", name: "Desk" },
  ],
  callLogs: [day("2026-04-01", 60, "support"), day("2026-04-01", 30.25, "desk"), day("2026-04-02", 20, "support")],
};

let simulator: Simulator;
const files = sampleFiles();
beforeAll(async () => (simulator = await createSimulator({ seed })));
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const run = (...args: string[]) =>
  runCommand(["calls", "--time-zone", "UTC", ...args], { simulator, cwd: files.folder });

describe("--budget", () => {
  test.each<[args: string[], code: number, above: object[]]>([
    [["--budget", "110.25"], 0, []],
    [["--budget", "110.24"], 2, [{ cost: "110.25" }]],
    [["--budget", "80", "--budget-per", "organization"], 0, []],
    [["--budget", "79", "--budget-per", "organization"], 2, [{ organization: "acme", cost: "80" }]],
    [
      ["--budget", "30.2", "--budget-per", "workspace"],
      2,
      [
        { organization: "acme", workspace: "support", cost: "80" },
        { organization: "globex", workspace: "desk", cost: "30.25" },
      ],
    ],
    [["--budget", "90", "--budget-per", "day"], 2, [{ day: "2026-04-01", cost: "90.25" }]],
  ])("%j exits with %i and names who is above", async (args, code, above) => {
    const exit = await run("--json", ...args);
    expect([exit.code, (JSON.parse(exit.stdout) as { budget: { above: object[] } }).budget.above]).toEqual([
      code,
      above,
    ]);
    expect(exit.stderr.includes("Above the budget")).toBe(code === 2);
    for (const { cost } of above as { cost: string }[]) expect(exit.stderr).toContain(`: ${cost}\n`);
  });
});

test.each<[options: CallsOptions, message: RegExp]>([
  [{ by: "customer" }, /--by customer is not supported: give day, organization, workspace, assistant/],
  [{ format: "xml" }, /--format xml is not supported/],
  [{ format: "csv", json: true }, /--json and --format csv.*--out/],
  [{ budget: "1,5" }, /--budget 1,5 is not an amount/],
  [{ budgetPer: "day" }, /--budget-per day needs --budget/],
  [{ timeZone: "Mars" }, /--time-zone Mars is not a time zone/],
  [{ since: "yesterday" }, /--since yesterday is not a date/],
  [{ since: "2026-02-30" }, /--since 2026-02-30 is not a date/],
  [{ since: "2026-04-02", until: "2026-04-01" }, /the period is empty/],
])("%j is wrong usage, and nothing is asked", async (options, message) => {
  const error: unknown = await calls(options, new Reporter(false)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "CommandError", code: 64, message: expect.stringMatching(message) as string });
});

test.each([
  [["--organization", "initech"], /There is no organization initech in the account/],
  [["--organization", "acme", "--workspace", "desk"], /There is no workspace desk in the organization acme/],
])("%j does not exist: an error, and not a report of nothing", async (args, message) => {
  const exit = await run(...args);
  expect([exit.code, exit.stdout, exit.stderr]).toEqual([1, "", expect.stringMatching(message)]);
});

test("--out with --json writes the report and prints its figures", async () => {
  const file = path.join(files.folder, "report.html");
  const exit = await run("--format", "html", "--out", file, "--json");
  expect([exit.code, JSON.parse(exit.stdout)]).toEqual([0, expect.objectContaining({ calls: 3, cost: "110.25" })]);
  expect(fs.readFileSync(file, "utf8")).toMatch(/^<!doctype html>[^]*110\.25[^]*<\/html>\n$/);
});

test("--help has every option that the documentation of calls names", async () => {
  const documented = fs.readFileSync(path.resolve(__dirname, "../../../docs/calls.md"), "utf8");
  const named = new Set([...documented.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([option]) => option));
  const { stdout, code } = await runCommand(["calls", "--help"]);
  expect([code, [...named].filter((option) => !stdout.includes(`${option} `))]).toEqual([0, []]);
  expect(named.size).toBeGreaterThan(10);
});

test("the table names the time zone, and what is summed", async () => {
  const { stdout, stderr, code } = await run("--since", "2026-04-02", "--organization", "acme");
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^Reading the calls at http/)]);
  expect(stdout).toMatch(/^Calls of organization acme, .* from 2026-04-02 00:00 until .*, in the time zone UTC:\n/);
  expect(stdout).toMatch(/^\| 2026-04-02 \| 1 {5}\| 20\.00 \|/m);
});

test.each<[given: unknown, amount: string | undefined]>([
  [0.1 + 0.2, "0.3"],
  [0.000028126412345678, "0.0000281264"],
  [1e-7, "0.0000001"],
  [-0.05, "-0.05"],
  [12345678901234.5, "12345678901234.5"],
  ["0.1200", "0.12"],
  [1e300, undefined],
  [Infinity, undefined],
  [NaN, undefined],
  ["1e9999999", undefined],
  ["", undefined],
  [" 1", undefined],
  [null, undefined],
  [[1], undefined],
])("the amount %j is %s", (given, amount) => {
  expect(amountOf(given)?.toFixed()).toBe(amount);
});

describe("days", () => {
  test.each(zones)("of %s are those of Intl at every half hour, in any order", (name) => {
    const random = seeded(1);
    const format = new Intl.DateTimeFormat("en-CA", {
      timeZone: name,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    const zone = new TimeZone(name);
    const weeks = ["2025-03-06", "2025-03-26", "2025-10-23", "2024-04-24", "2018-11-01", "2011-12-28", "2026-04-01"];
    const times = weeks.flatMap((week) => Array.from({ length: 480 }, (_, i) => Date.parse(week) + i * 1_800_000));
    const asked = [...times, ...times.map(() => pick(random, times)), ...[...times].reverse()];
    expect(asked.filter((time) => zone.dayOf(time) !== format.format(new Date(time)))).toEqual([]);
  });

  const now = Date.parse("2026-04-01T10:00:00Z");
  test.each<[zone: string, since: string | undefined, until: string | undefined, from: string | undefined, to: string]>(
    [
      ["UTC", undefined, undefined, undefined, "2026-04-01T10:00:00Z"],
      ["UTC", "2026-03-01", "2026-03-31", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"],
      ["Europe/Berlin", "2026-03-29", "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"],
      ["Europe/Berlin", "2025-10-26", "2025-10-26", "2025-10-25T22:00:00Z", "2025-10-26T23:00:00Z"],
      ["Europe/Berlin", "2026-03-01T12:00", "2026-03-01T13:00:00Z", "2026-03-01T11:00:00Z", "2026-03-01T13:00:00Z"],
      ["Europe/Berlin", "7d", "1d", "2026-03-24T23:00:00Z", "2026-03-30T22:00:00Z"],
      ["America/Sao_Paulo", "2018-11-04", "2018-11-04", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z"],
      ["UTC", "30d", "2027-01-01", "2026-03-02T00:00:00Z", "2026-04-01T10:00:00Z"],
    ],
  )("in %s --since %s --until %s is from %s until %s", (zone, since, until, from, to) => {
    expect(periodOf({ since, until }, new TimeZone(zone), now)).toEqual({
      since: from === undefined ? undefined : Date.parse(from),
      until: Date.parse(to),
    });
  });
});

test("a page that is too large is asked for in parts", async () => {
  const { apiKey, url: baseUrl, accountId } = simulator;
  const client = createClient({ apiKey, baseUrl, accountId });
  simulator.faults.add({ kind: "huge", operationId: "listCallLogs" });
  const directory = await readDirectory(client, { accountId });
  const period = { since: undefined, until: Date.now() };
  const read = [];
  for await (const call of readCalls(client, { directory, period, showNumbers: false })) read.push(call.id);
  expect(read.sort()).toEqual(["1", "2", "3"]);
  const pages = simulator.journal.filter(({ operationId }) => operationId === "listCallLogs");
  expect(pages.map(({ query }) => query["limit"])).toEqual(["500", "125", "125"]);
});

test("an empty response that is not LumenOne's is an error, and not a report of no calls", async () => {
  const { apiKey, url: baseUrl, accountId } = simulator;
  const client = createClient({ apiKey, baseUrl, accountId, maxRetries: 0 });
  simulator.faults.add({ kind: "status", status: 200, body: [], operationId: "listCallLogs", times: Infinity });
  const directory = await readDirectory(client, { accountId });
  const reading = readCalls(client, { directory, period: { since: undefined, until: Date.now() }, showNumbers: false });
  await expect(reading.next()).rejects.toThrow(/listCallLogs/);
});

test("a server that knows none of the filters does not add calls of others", async () => {
  const { apiKey, url: baseUrl, accountId } = simulator;
  const client = createClient({ apiKey, baseUrl, accountId });
  const deaf = {
    ...client,
    listCallLogs: ({ limit, offset }: { limit?: number; offset?: number } = {}) =>
      client.listCallLogs({ limit, offset }),
  };
  const directory = await readDirectory(client, { accountId, organization: "acme" });
  const period = { since: Date.parse("2026-04-01"), until: Date.parse("2026-04-02") };
  const read = [];
  for await (const call of readCalls(deaf, { directory, period, showNumbers: false })) read.push(call.id);
  expect(read).toEqual(["1"]);
});
