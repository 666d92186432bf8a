import { createSimulator, type Fault, type Simulator } from "../../../simulator/index";
import { callerOf } from "../../support/caller-of";

let now = Date.parse("2026-01-01T00:00:00.000Z");
let simulator: Simulator;
const call = callerOf(() => simulator);
const create = () => call("createOrganization", { body: { name: "Beta" } });
const made = () => simulator.snapshot().organizations.length - 1;

beforeAll(async () => {
  simulator = await createSimulator({
    clock: () => now,
    seed: {
      organizations: [{ name: "Acme" }],
      tools: [{ name: "one", config: { url: "https://x", headers: { key: "secret" }, list: ["secret"] } }],
      workspaces: [{ name: "Support" }, { name: "Sales" }],
    },
  });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

/** What a client sees of a call, in short. */
async function seen(): Promise<string> {
  try {
    const { status, headers, body } = await create();
    return `${status} ${headers.get("content-type")?.split(";")[0] ?? "-"} ${typeof body}`;
  } catch (error) {
    return error instanceof SyntaxError ? "half a JSON" : "no response";
  }
}

describe("a fault", () => {
  test.each<[Partial<Fault> & { kind: Fault["kind"] }, string, number]>([
    [{ kind: "status" }, "500 application/json object", 0],
    [{ kind: "status", status: 503, body: "Bad" }, "503 text/plain string", 0],
    [{ kind: "status", status: 504, when: "after" }, "504 application/json object", 1],
    [{ kind: "status", status: 200, body: { success: false, message: "no" } }, "200 application/json object", 0],
    [{ kind: "resetBefore" }, "no response", 0],
    [{ kind: "resetAfter" }, "no response", 1],
    [{ kind: "html" }, "502 text/html string", 0],
    [{ kind: "html", status: 200, when: "after" }, "200 text/html string", 1],
    [{ kind: "text" }, "200 text/plain string", 1],
    [{ kind: "truncated" }, "half a JSON", 1],
    [{ kind: "aborted" }, "no response", 1],
    [{ kind: "huge", bytes: 1_000_000 }, "200 application/json object", 1],
    [{ kind: "redirect" }, "307 - string", 0],
    [{ kind: "slow", ms: 1 }, "200 application/json object", 1],
    [{ kind: "bare" }, "200 application/json object", 1],
    [{ kind: "array" }, "200 application/json object", 1],
  ])("%j", async (fault, expected, writes) => {
    simulator.faults.add(fault);
    expect(await seen()).toBe(expected);
    expect(made()).toBe(writes);
    expect(simulator.journal.at(-1)).toMatchObject({ fault: fault.kind, operationId: "createOrganization" });
    expect(await seen()).toBe("200 application/json object");
    expect(simulator.faults.pending).toEqual([]);
  });

  test.each(["before", "after"] as const)("that stalls %s the write never responds", async (when) => {
    simulator.faults.add({ kind: "stall", when });
    const abort = new AbortController();
    const stalled = call("createOrganization", { body: { name: "Beta" }, signal: abort.signal });
    while (simulator.journal.at(-1)?.fault === undefined) await new Promise((resolve) => setImmediate(resolve));
    expect(await seen()).toBe("200 application/json object");
    expect(made()).toBe(when === "after" ? 2 : 1);
    abort.abort();
    await expect(stalled).rejects.toThrow();
  });

  test("masks secrets, or leaves them out", async () => {
    const read = async () => (await call("listOrganizationTools", { params: { orgSlug: "acme" } })).body.tools[0];
    simulator.faults.add({ kind: "maskedSecrets" });
    simulator.faults.add({ kind: "missingSecrets" });
    const stars = "********";
    expect((await read())?.config).toEqual({ url: stars, headers: { key: stars }, list: [stars] });
    expect(await read()).not.toHaveProperty("config");
    expect((await read())?.config).toMatchObject({ url: "https://x" });
  });

  test("returns a response without its envelope, or in an array in it", async () => {
    simulator.faults.add({ kind: "bare" });
    simulator.faults.add({ kind: "array" });
    const read = () => call("getOrganization", { params: { orgSlug: "acme" } });
    expect((await read()).body).toMatchObject({ name: "Acme" });
    expect((await read()).body).toMatchObject({ organization: [{ name: "Acme" }] });
  });

  test("hits the calls that it is for", async () => {
    simulator.faults.add({ kind: "status", operationId: "getWorkspace", where: { slug: "sales" }, skip: 1, times: 2 });
    const read = async (slug: string) => (await call("getWorkspace", { params: { slug } })).status;
    expect(await read("support")).toBe(200);
    expect(await call("verifyApiKey")).toMatchObject({ status: 200 });
    const statuses = [await read("sales"), await read("sales"), await read("sales"), await read("sales")];
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  test("stays until it is cleared", async () => {
    simulator.faults.add({ kind: "status", status: 429, times: Infinity, headers: { "retry-after": "7" } });
    for (let i = 0; i < 3; i++) expect((await create()).headers.get("retry-after")).toBe("7");
    simulator.faults.clear();
    expect((await create()).status).toBe(200);
  });
});

describe("a rate limit", () => {
  test("returns 429 until the second is over", async () => {
    simulator.faults.rateLimit = 2;
    const statuses = [await create(), await create(), await create()].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 429]);
    now += 999;
    const refused = await create();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("1");
    now += 1;
    expect((await create()).status).toBe(200);
    expect(simulator.journal.maxPerSecond()).toBe(4);
  });
});

describe("the journal", () => {
  test("has every request, and no secret", async () => {
    const body = { name: "two", type: "mcp", config: { token: "hush", deep: [{ key: "hush" }] } };
    await call("createOrganizationTool", { params: { orgSlug: "acme" }, body });
    await call("listNumbers", { params: { organization_id: 1 } });
    await call("verifyApiKey", { headers: { authorization: null } });
    const { journal, accountId, apiKey } = simulator;
    expect(journal.map(({ operationId, status }) => `${operationId} ${status}`)).toEqual([
      "createOrganizationTool 200",
      "listNumbers 200",
      "verifyApiKey 403",
    ]);
    expect(journal[0]).toMatchObject({
      at: new Date(now).toISOString(),
      startedAt: now,
      endedAt: now,
      method: "POST",
      path: "/api/v1/org/61636d65/tools",
      parameters: { orgSlug: "acme" },
      body: { name: "two", config: { token: "[redacted]", deep: [{ key: "[redacted]" }] } },
      accountId,
      requestId: expect.stringMatching(/^req_/) as string,
    });
    expect(journal[1]).toMatchObject({ query: { organization_id: "1" } });
    expect(JSON.stringify(journal)).not.toMatch(new RegExp(`hush|${apiKey}`));
    expect(journal.writes()).toHaveLength(1);
    expect(journal.count("listNumbers")).toBe(1);
    expect(journal.count()).toBe(3);
    journal.clear();
    expect(journal).toHaveLength(0);
  });

  test("knows how many came at once", async () => {
    await call("verifyApiKey");
    await call("verifyApiKey");
    expect(simulator.journal.maxConcurrent()).toBe(1);
    simulator.faults.add({ kind: "slow", ms: 50, times: 3 });
    await Promise.all([create(), create(), create()]);
    expect(simulator.journal.maxConcurrent()).toBe(3);
  });
});
