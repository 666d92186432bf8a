import { createSimulator, demoSeed, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { runCommand, temporaryFolder } from "../../support/command/run-command";
import { type WrongRule, wrongHost } from "../../support/command/wrong-host";

interface Operation {
  operationId: string;
  result: string;
  provenance: string;
  details: string[];
  suggestion?: object;
}

jest.setTimeout(60_000);

const folder = temporaryFolder();
let simulator: Simulator;

beforeAll(async () => {
  simulator = await createSimulator({ seed: { ...demoSeed, numberRequests: [{ organization: "acme" }] } });
});
afterAll(async () => {
  folder.remove();
  await simulator.close();
});

async function doctor(url: string, ...args: string[]) {
  const exit = await runCommand(["doctor", "--json", ...args], { simulator, env: { LUMENONE_BASE_URL: url } });
  const { operations, correction } = JSON.parse(exit.stdout) as { operations: Operation[]; correction: unknown };
  return { ...exit, operations, correction, odd: operations.filter(({ result }) => /wrong|differs/.test(result)) };
}

const get =
  (pattern: RegExp): WrongRule["when"] =>
  ({ method, path: at }) =>
    method === "GET" && pattern.test(at);

const fiveWrong: WrongRule[] = [
  { when: get(/^\/orgs\/[0-9a-f]+\/tools$/), path: (at) => at.replace("/orgs/", "/org/") },
  { when: get(/^\/org\/[0-9a-f]+\/tools$/), answer: { status: 404 } },
  { when: get(/^\/org\/[0-9a-f]+\/numbers$/), body: ({ numbers }) => ({ data: numbers }) },
  {
    when: get(/^\/voice-integration\/call-logs$/),
    body: ({ callLogs }) => ({
      callLogs: (callLogs as { cost_total: number }[]).map(({ cost_total: total, ...log }) => ({ ...log, total })),
    }),
  },
  {
    when: ({ path: at }) => /^\/workspace\/[0-9a-f]+\/tools$/.test(at),
    answer: { status: 405, headers: { "content-type": "text/plain", allow: "POST, PUT" }, text: "Method Not Allowed" },
  },
  { when: ({ path: at }) => at === "/accounts", answer: { status: 404 } },
];

test("every read of a host that follows the contract is confirmed, and nothing is written", async () => {
  simulator.journal.clear();
  const { operations, odd, code, correction } = await doctor(simulator.url);
  expect(odd).toEqual([]);
  expect(code).toBe(0);
  expect(correction).toBeNull();
  expect(operations).toHaveLength(45);
  const reads = operations.filter(({ result }) => result === "confirmed").map(({ operationId }) => operationId);
  expect(reads).toHaveLength(19);
  expect(simulator.journal.every(({ method }) => ["GET", "OPTIONS"].includes(method))).toBe(true);
});

test("five wrong assumptions are named, and nothing else", async () => {
  const host = await wrongHost(simulator.url, fiveWrong);
  const { odd, code, correction } = await doctor(host.url);
  await host.close();
  expect(
    Object.fromEntries(
      odd.map(({ operationId, result, provenance, details }) => [operationId, [provenance, result, ...details]]),
    ),
  ).toEqual({
    listOrganizationTools: ["assumed", "wrong", "answered 404", "found at GET /orgs/{orgSlug}/tools"],
    listOrganizationNumbers: ["assumed", "differs", "the envelope is not numbers: the answer has data"],
    listCallLogs: [
      "documented",
      "differs",
      "cost_total (number or null) is missing, and total (number) is unknown: renamed?",
    ],
    listWorkspaceTools: ["assumed", "wrong", "answered 405 to GET", "allowed is POST, PUT"],
    listAccounts: ["assumed", "wrong", "answered 404"],
  });
  expect(correction).toEqual({
    listOrganizationTools: { method: "get", path: "/orgs/{orgSlug}/tools" },
    listWorkspaceTools: { method: "post", path: "/workspace/{slug}/tools" },
  });
  expect(code).toBe(2);
  expect(host.asked.every(({ method }) => ["GET", "OPTIONS"].includes(method))).toBe(true);
});

test("a report holds names of fields and types, and nothing of the tenant, the host or the key", async () => {
  const secretive: WrongRule[] = [
    // A map whose keys are the tenant's own names.
    { when: get(/^\/org\/[0-9a-f]+\/numbers$/), body: () => ({ Support: [], "acme.example.com": "+15550001111" }) },
    ...fiveWrong,
  ];
  const host = await wrongHost(simulator.url, secretive);
  const file = path.join(folder.path, "report.md");
  await doctor(host.url, "--out", file);
  await host.close();
  const report = fs.readFileSync(file, "utf8");
  expect(report).toContain(
    "the envelope is not numbers: the answer has (a name that is not shown), (a name that is not shown)",
  );
  expect(report).toContain("pulumi config set lumenone:operations");
  for (const word of [
    /acme/i,
    /Support/,
    /order-status/,
    /handbook/,
    /1555/,
    /127\.0\.0\.1/,
    /simulator-key/,
    /1111-/,
  ]) {
    expect(report).not.toMatch(word);
  }
});

test("--write-test confirms every write that can be taken back, on an organization of its own, and leaves nothing", async () => {
  const before = simulator.snapshot();
  const { operations, odd, code } = await doctor(simulator.url, "--write-test", "--yes");
  expect(odd).toEqual([]);
  expect(code).toBe(0);
  const open = operations.filter(({ result }) => result === "notChecked").map(({ operationId }) => operationId);
  expect(open).toEqual(
    [
      "createAccount",
      "createNumberRequest",
      "mintWhatsAppConnectToken",
      "disconnectWhatsApp",
      "renderWhatsAppConnectPage",
      "finalizeWhatsAppOnboarding",
    ].sort(
      (a, b) => operations.findIndex((o) => o.operationId === a) - operations.findIndex((o) => o.operationId === b),
    ),
  );
  expect({ ...simulator.snapshot(), lastIds: {} }).toEqual({ ...before, lastIds: {} });
});

test("--write-test finds where a write is instead", async () => {
  const host = await wrongHost(simulator.url, [
    { when: ({ method, path: at }) => method === "PUT" && /\/update$/.test(at), answer: { status: 404 } },
    { when: ({ method, path: at }) => method === "POST" && at === "/org/new", answer: { status: 404 } },
    { when: ({ method, path: at }) => method === "POST" && at === "/org", path: () => "/org/new" },
  ]);
  const { odd, correction } = await doctor(host.url, "--write-test", "--yes");
  await host.close();
  expect(odd.map(({ operationId }) => operationId)).toEqual(["createOrganization"]);
  expect(correction).toEqual({ createOrganization: { method: "post", path: "/org" } });
});

test("without --yes and a terminal, --write-test does not write", async () => {
  simulator.journal.clear();
  const exit = await runCommand(["doctor", "--write-test"], { simulator });
  expect(exit.code).toBe(3);
  expect(simulator.journal.every(({ method }) => ["GET", "OPTIONS"].includes(method))).toBe(true);
});

test.each([
  ["a host that is not there", { LUMENONE_BASE_URL: "http://127.0.0.1:9" }, /cannot be reached: nothing listens there/],
  ["a wrong key", { LUMENONE_API_KEY: "wrong-key-of-nobody" }, /refuses the key \(403\)/],
  [
    "another company's account",
    { LUMENONE_ACCOUNT_ID: "99999999-9999-4999-8999-999999999999" },
    /refuses the account \(403\)/,
  ],
  ["no key", { LUMENONE_API_KEY: "" }, /lumenone:apiKey is missing/],
])("%s is told in one line", async (_, env, message) => {
  const exit = await runCommand(["doctor"], { simulator, env });
  expect(exit.code).toBe(1);
  expect(exit.stderr).toMatch(message);
  expect(exit.stdout + exit.stderr).not.toContain("wrong-key-of-nobody");
});
