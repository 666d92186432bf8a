import { createSimulator, demoSeed, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { filesIn, runCommand, temporaryFolder } from "../../support/command/run-command";
import { type WrongRule, wrongHost } from "../../support/command/wrong-host";

interface Operation {
  operationId: string;
  method: string;
  path: string;
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
  { when: get(/^\/org\/[0-9a-f]+\/tools$/), returns: { status: 404 } },
  { when: get(/^\/org\/[0-9a-f]+\/numbers$/), body: ({ numbers }) => ({ data: numbers }) },
  {
    when: get(/^\/voice-integration\/call-logs$/),
    body: ({ callLogs }) => ({
      callLogs: (callLogs as { cost_total: number }[]).map(({ cost_total: total, ...log }) => ({ ...log, total })),
    }),
  },
  {
    when: ({ path: at }) => /^\/workspace\/[0-9a-f]+\/tools$/.test(at),
    returns: { status: 405, headers: { "content-type": "text/plain", allow: "POST, PUT" }, text: "Method Not Allowed" },
  },
  { when: ({ path: at }) => at === "/accounts", returns: { status: 404 } },
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
    listOrganizationTools: ["assumed", "wrong", "returned 404", "found at GET /orgs/{orgSlug}/tools"],
    listOrganizationNumbers: ["assumed", "differs", "the envelope is not numbers: the response has data"],
    listCallLogs: [
      "documented",
      "differs",
      "cost_total (number or null) is missing, and total (number) is unknown: renamed?",
    ],
    listWorkspaceTools: ["assumed", "wrong", "returned 405 to GET", "allowed is POST, PUT"],
    listAccounts: ["assumed", "wrong", "returned 404"],
  });
  expect(correction).toEqual({
    listOrganizationTools: { method: "get", path: "/orgs/{orgSlug}/tools" },
    listWorkspaceTools: { method: "post", path: "/workspace/{slug}/tools" },
  });
  expect(code).toBe(2);
  expect(host.asked.every(({ method }) => ["GET", "OPTIONS"].includes(method))).toBe(true);
});

test("--overlay corrects what was found by asking: with it, nothing differs, and it is not overwritten without --force", async () => {
  const host = await wrongHost(simulator.url, fiveWrong.slice(0, 4));
  const file = path.join(folder.path, "observed.yaml");
  const { code } = await doctor(host.url, "--overlay", file);
  expect(code).toBe(2);
  const text = fs.readFileSync(file, "utf8");
  expect(text).toContain("# Written by pulumi-lumenone doctor. ");
  const callLogs = "content['application/json'].schema.properties.callLogs.items";
  expect((parse(text) as { actions: unknown }).actions).toEqual([
    {
      target: "$.paths['/org/{orgSlug}/tools'].get",
      update: { "x-wire-path": "/orgs/{orgSlug}/tools", "x-provenance": "observed" },
    },
    // Another operation shows the same schema, with its name unchanged.
    {
      target: `$.paths['/voice-integration/call-logs'].get.responses['200'].${callLogs}`,
      update: { properties: { cost_total: { "x-wire-name": "total", "x-provenance": "observed" } } },
    },
    { target: "$.paths['/org/{orgSlug}/numbers'].get", update: { "x-envelope": ["data"] } },
  ]);
  const second = await doctor(host.url, "--contract", file, "--overlay", path.join(folder.path, "second.yaml"));
  expect([second.code, second.odd]).toEqual([0, []]);
  expect(filesIn(folder.path)).not.toHaveProperty(["second.yaml"]);
  const tools = second.operations.find(({ operationId }) => operationId === "listOrganizationTools");
  expect(tools).toMatchObject({ path: "/orgs/{orgSlug}/tools", provenance: "observed", result: "confirmed" });
  const again = await runCommand(["doctor", "--overlay", file], { simulator, env: { LUMENONE_BASE_URL: host.url } });
  await host.close();
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("Give --force to overwrite it")]);
  expect(fs.readFileSync(file, "utf8")).toBe(text);
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
    "the envelope is not numbers: the response has (a name that is not shown), (a name that is not shown)",
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

test("--write-test finds the path of a write that has moved", async () => {
  const host = await wrongHost(simulator.url, [
    { when: ({ method, path: at }) => method === "PUT" && /\/update$/.test(at), returns: { status: 404 } },
    { when: ({ method, path: at }) => method === "POST" && at === "/org/new", returns: { status: 404 } },
    { when: ({ method, path: at }) => method === "POST" && at === "/org", path: () => "/org/new" },
  ]);
  const { odd, correction } = await doctor(host.url, "--write-test", "--yes");
  await host.close();
  expect(odd.map(({ operationId }) => operationId)).toEqual(["createOrganization"]);
  expect(correction).toEqual({ createOrganization: { method: "post", path: "/org" } });
});

const voicePath = /^\/workspace\/[0-9a-f]+\/voice-integration$/;
const otherPage = { status: 404, headers: { "content-type": "application/json" }, text: '{"detail":"no handler"}' };

test.each<[string, WrongRule[], string, string[], object | null]>([
  [
    "has moved",
    [{ when: get(/\/voice-assistant-config$/), path: (at) => at.replace(/[\w-]+$/, "voice-integration") }],
    "wrong",
    ["returned 404", "found at GET /workspace/{slug}/voice-assistant-config"],
    { getVoiceAssistantConfig: { method: "get", path: "/workspace/{slug}/voice-assistant-config" } },
  ],
  ["is not to be found", [], "notChecked", ["404, as for a workspace without an assistant"], null],
])(
  "a voice path that returns another 404 page and %s is not confirmed",
  async (_, rules, result, details, expected) => {
    const host = await wrongHost(simulator.url, [...rules, { when: get(voicePath), returns: otherPage }]);
    const { operations, correction } = await doctor(host.url);
    await host.close();
    const voice = operations.find(({ operationId }) => operationId === "getVoiceAssistantConfig");
    expect(voice).toMatchObject({ result, details });
    expect(correction).toEqual(expected);
  },
);

test("no read is confirmed where every path below its parent returns the same 404", async () => {
  const below = /^\/(?:org|workspace)\/[0-9a-f]+\/./;
  const host = await wrongHost(simulator.url, [{ when: get(below), returns: otherPage }]);
  const { operations } = await doctor(host.url);
  await host.close();
  const inside = operations.filter(
    ({ path: at, method }) => method === "get" && /^\/(?:org|workspace)\/\{\w+\}\/./.test(at),
  );
  expect(inside.length).toBeGreaterThan(8);
  expect(inside.filter(({ result }) => result === "confirmed")).toEqual([]);
});

test.each<[string, Record<string, [from: string, to: string]>]>([
  [
    "a word",
    {
      listAccounts: ["/accounts", "/account"],
      listOrganizationWorkspaces: ["/org/{orgSlug}/workspaces", "/org/{orgSlug}/organization_workspaces"],
      listOrganizationTools: ["/org/{orgSlug}/tools", "/org/{orgSlug}/organization-tools"],
      listNumberRequests: ["/org/{orgSlug}/number-requests", "/org/{orgSlug}/numberRequests"],
      listWorkspaceCallLogs: [
        "/workspace/{slug}/voice-integration/call-logs",
        "/workspace/{slug}/voice-integration/call_logs",
      ],
    },
  ],
  [
    "its parent, or two words",
    {
      listOrganizationTools: ["/org/{orgSlug}/tools", "/organizations/{orgSlug}/organization-tools"],
      listOrganizationNumbers: ["/org/{orgSlug}/numbers", "/organizations/{orgSlug}/numbers"],
    },
  ],
])("reads that have moved by %s are found", async (_, moves) => {
  const asPattern = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/, "([0-9a-f]+)")}$`);
  const rules = Object.values(moves).flatMap(([from, to]): WrongRule[] => [
    { when: get(asPattern(to)), path: (at) => from.replace(/\{\w+\}/, asPattern(to).exec(at)?.[1] ?? "") },
    { when: get(asPattern(from)), returns: otherPage },
  ]);
  const host = await wrongHost(simulator.url, rules);
  const { correction } = await doctor(host.url);
  await host.close();
  expect(correction).toEqual(
    Object.fromEntries(Object.entries(moves).map(([id, [, path]]) => [id, { method: "get", path }])),
  );
});

test("null in an optional field is not a difference, and null in a required one is", async () => {
  const nulled = (name: string) => (body: Record<string, unknown>) => {
    const [key = "", inner] = Object.entries(body)[0] ?? [];
    const one = (value: object) => ({ ...value, [name]: null });
    return { [key]: Array.isArray(inner) ? (inner as object[]).map(one) : one(inner as object) };
  };
  const host = await wrongHost(simulator.url, [
    { when: get(voicePath), body: nulled("voice") },
    { when: get(/^\/workspace\/[0-9a-f]+$/), body: nulled("documents") },
    { when: get(/^\/org\/[0-9a-f]+\/tools$/), body: nulled("config") },
    { when: get(/^\/org\/[0-9a-f]+\/workspaces$/), body: nulled("name") },
  ]);
  const { odd } = await doctor(host.url);
  await host.close();
  expect(odd.map(({ operationId, details }) => [operationId, ...details])).toEqual([
    ["listOrganizationWorkspaces", "name is null, not string"],
  ]);
});

const noCreate: WrongRule = {
  when: ({ method, path: at }) => method !== "GET" && /^\/(?:orgs?|organizations?)(?:\/[a-z-]+)?$/.test(at),
  returns: { status: 404 },
};

test("an organization given with --organization serves --write-test where none can be made, and is left as it was", async () => {
  const before = simulator.snapshot();
  const host = await wrongHost(simulator.url, [noCreate]);
  const { odd, operations } = await doctor(host.url, "--write-test", "--yes", "--organization", "acme");
  await host.close();
  expect(odd.map(({ operationId, details }) => [operationId, ...details])).toEqual([
    ["createOrganization", "returned 404"],
  ]);
  const results = Object.fromEntries(operations.map(({ operationId, result }) => [operationId, result]));
  expect(results).toMatchObject({
    updateOrganization: "notChecked",
    deleteOrganization: "notChecked",
    createWorkspace: "confirmed",
    moveDocuments: "confirmed",
    updateWorkspaceEmbeddings: "confirmed",
    updateVoiceAssistantConfig: "confirmed",
    deleteWorkspace: "confirmed",
  });
  expect({ ...simulator.snapshot(), lastIds: {} }).toEqual({ ...before, lastIds: {} });
});

test("without --organization, writes that need an organization are not checked, and say how they can be", async () => {
  const host = await wrongHost(simulator.url, [noCreate]);
  const { operations } = await doctor(host.url, "--write-test", "--yes");
  await host.close();
  expect(operations.find(({ operationId }) => operationId === "createWorkspace")).toMatchObject({
    result: "notChecked",
    details: ["no organization could be made for it: name one that may serve with --organization"],
  });
});

test("an id that the response to a create lacks is found in a list, so that the rest is tried and nothing is left", async () => {
  const before = simulator.snapshot();
  const creates = /^\/org\/(?:new|[0-9a-f]+\/(?:workspace\/new|tools|document\/upload.*))$/;
  const host = await wrongHost(simulator.url, [
    { when: ({ method, path: at }) => method === "POST" && creates.test(at), body: () => ({ success: true }) },
  ]);
  const { operations, odd } = await doctor(host.url, "--write-test", "--yes");
  await host.close();
  expect(odd.map(({ operationId }) => operationId).sort()).toEqual([
    "createOrganization",
    "createOrganizationTool",
    "createWorkspace",
    "uploadDocument",
    "uploadDocumentIntoFolder",
  ]);
  expect(operations.filter(({ details }) => details.includes("what it needs was not made"))).toEqual([]);
  expect({ ...simulator.snapshot(), lastIds: {} }).toEqual({ ...before, lastIds: {} });
});

test("--write-test follows docpaths that come without the organization", async () => {
  const before = simulator.snapshot();
  simulator.reset({ ...before, quirks: ["twoSegmentDocpaths"] });
  const { odd } = await doctor(simulator.url, "--write-test", "--yes");
  const after = simulator.snapshot();
  simulator.reset(before);
  expect(odd).toEqual([]);
  expect({ ...after, lastIds: {}, quirks: [] }).toEqual({ ...before, lastIds: {} });
});

test("--write-test names what it could not remove from the given organization", async () => {
  const before = simulator.snapshot();
  simulator.reset({ ...before, quirks: ["deletionProtected"] });
  const host = await wrongHost(simulator.url, [noCreate]);
  const { stderr } = await doctor(host.url, "--write-test", "--yes", "--organization", "acme");
  await host.close();
  const left = simulator.snapshot().workspaces.find(({ name }) => name.startsWith("doctor-"));
  simulator.reset(before);
  expect(stderr).toContain(`Remove from the organization acme at LumenOne: workspace ${left?.slug}.`);
});

test("--organization serves the reads where the list of organizations is not to be found", async () => {
  const host = await wrongHost(simulator.url, [
    { when: ({ path: at }) => at !== "/organizations/new" && /^\/[a-z-]*org[a-z-]*$/.test(at), returns: otherPage },
  ]);
  const { operations } = await doctor(host.url, "--organization", "acme");
  await host.close();
  const results = Object.fromEntries(operations.map(({ operationId, result }) => [operationId, result]));
  expect(results).toMatchObject({
    listOrganizations: "wrong",
    getOrganization: "confirmed",
    getWorkspace: "confirmed",
  });
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
])("%s is reported, without the key", async (_, env, message) => {
  const exit = await runCommand(["doctor"], { simulator, env });
  expect(exit.code).toBe(1);
  expect(exit.stderr).toMatch(message);
  expect(exit.stdout + exit.stderr).not.toContain("wrong-key-of-nobody");
});
