import { createSimulator, type Simulator } from "../../../simulator/index";
import { callerOf } from "../../support/caller-of";

let now = Date.parse("2026-01-01T00:00:00.000Z");
let simulator: Simulator;
const call = callerOf(() => simulator);
const acme = { orgSlug: "acme" };
const support = { slug: "support" };

beforeAll(async () => {
  simulator = await createSimulator({
    clock: () => now,
    seed: {
      organizations: [{ name: "Acme" }, { name: "Beta" }],
      workspaces: [{ organization: "acme", name: "Support" }],
      tools: [{ organization: "acme", name: "lookup" }],
      folders: [{ organization: "acme", name: "handbook" }],
      documents: [{ organization: "acme", folder: "handbook", name: "a.json" }],
      embeddings: [{ workspace: "support", document: "acme/handbook/a.json" }],
    },
  });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

describe("a number request", () => {
  const ask = (country = "DE") =>
    call("createNumberRequest", { params: acme, body: { country, number_type: "mobile" } });

  test("stays pending until a person fulfils it, which makes a number", async () => {
    expect((await ask()).body.numberRequest).toEqual({
      id: 1,
      country: "DE",
      number_type: "mobile",
      status: "pending",
      number_id: null,
      created_at: "2026-01-01T00:00:00.000Z",
    });
    simulator.person.approveNumberRequest(1);
    const read = () => call("getNumberRequest", { params: { ...acme, id: 1 } });
    expect((await read()).body.numberRequest).toMatchObject({ status: "approved", number_id: null });
    simulator.person.fulfilNumberRequest(1, "+4930123456");
    expect((await read()).body.numberRequest).toMatchObject({ status: "fulfilled", number_id: 1 });
    expect((await call("listOrganizationNumbers", { params: acme })).body.numbers).toEqual([
      {
        id: 1,
        number: "+4930123456",
        country: "DE",
        number_type: "mobile",
        organization_id: 1,
        voice_integration_id: null,
      },
    ]);
  });

  test("is listed by its status", async () => {
    await ask();
    await ask("FR");
    simulator.person.rejectNumberRequest(2);
    const ids = async (status?: string) => {
      const params = { ...acme, ...(status && { status }) };
      return (await call("listNumberRequests", { params })).body.numberRequests.map(({ id }) => id);
    };
    expect(await ids()).toEqual([1, 2]);
    expect(await ids("rejected")).toEqual([2]);
    expect((await call("listNumberRequests", { params: { ...acme, status: "lost" } })).status).toBe(400);
  });

  test("needs a country and a type, and is of its organization", async () => {
    expect((await call("createNumberRequest", { params: acme, body: { country: "DE" } })).status).toBe(400);
    await ask();
    expect((await call("getNumberRequest", { params: { orgSlug: "beta", id: 1 } })).status).toBe(404);
  });
});

describe("WhatsApp", () => {
  const page = (token: string) =>
    call("renderWhatsAppConnectPage", { params: { token }, headers: { authorization: null } });
  const finalize = (token: string) =>
    call("finalizeWhatsAppOnboarding", { body: { token, code: "c" }, headers: { authorization: null } });
  const disconnect = () => call("disconnectWhatsApp", { params: support });

  test("is connected by a token, in a page, once", async () => {
    const { body } = await call("mintWhatsAppConnectToken", { params: support });
    expect(body.expiresAt).toBe("2026-01-01T00:15:00.000Z");
    expect((await fetch(body.url)).headers.get("content-type")).toMatch("text/html");
    expect((await finalize(body.token)).body).toEqual({ success: true });
    expect((await finalize(body.token)).status).toBe(400);
    expect((await page(body.token)).status).toBe(400);
    expect((await disconnect()).body).toEqual({ success: true });
    expect((await disconnect()).status).toBe(404);
    expect(JSON.stringify(simulator.journal.map((entry) => entry.body))).not.toContain(body.token);
  });

  test("does not take a token that is unknown or has expired", async () => {
    expect((await page("nobody")).status).toBe(404);
    const { body } = await call("mintWhatsAppConnectToken", { params: support });
    now += 15 * 60 * 1000;
    expect((await finalize(body.token)).status).toBe(400);
  });

  test("can be finished by a person", async () => {
    expect(() => simulator.person.finishWhatsApp("support")).toThrow("no WhatsApp token");
    await call("mintWhatsAppConnectToken", { params: support });
    simulator.person.finishWhatsApp("support");
    expect((await disconnect()).status).toBe(200);
  });
});

describe("drift", () => {
  test.each([
    ["organizations", "acme", { name: "Apex" }],
    ["organizations", 1, { name: "Apex" }],
    ["workspaces", "support", { topN: 9 }],
    ["tools", "acme/lookup", { enabled: false }],
    ["folders", "acme/handbook", { name: "book" }],
    ["documents", "acme/handbook/a.json", { title: "B" }],
    ["embeddings", "support/acme/handbook/a.json", { documentId: "x" }],
  ] as const)("changes and removes %s %s", (kind, id, patch) => {
    expect(simulator.person.change(kind, id, patch)).toMatchObject(patch);
    simulator.reset();
    simulator.person.remove(kind, id);
    expect(() => simulator.person.remove(kind, id)).toThrow(`${id} is not among the ${kind}`);
  });

  test("can be made over HTTP, from this machine", async () => {
    const send = (path: string, body: unknown, headers = {}) =>
      fetch(`${simulator.url}/_simulator/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      });
    expect((await send("change", ["workspaces", "support", { topN: 9 }])).status).toBe(200);
    const state = (await (await fetch(`${simulator.url}/_simulator/state`)).json()) as { workspaces: object[] };
    expect(state.workspaces).toMatchObject([{ topN: 9 }]);
    expect((await send("change", ["workspaces", "nobody", {}])).status).toBe(400);
    expect((await send("faults", { kind: "status", status: 503 })).status).toBe(200);
    expect((await call("verifyApiKey")).status).toBe(503);
    expect((await send("reset", undefined)).status).toBe(200);
    expect(simulator.snapshot().workspaces).toMatchObject([{ topN: 4 }]);
    expect((await send("remove", ["workspaces", "support"], { origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await send("unknown", [])).status).toBe(404);
  });

  const post = async (action: string, text?: string) => {
    const body = text === undefined ? {} : { body: text, headers: { "content-type": "application/json" } };
    const response = await fetch(`${simulator.url}/_simulator/${action}`, { method: "POST", ...body });
    return { status: response.status, message: ((await response.json()) as { message?: string }).message };
  };

  test.each([
    ["change", undefined, /takes its arguments as a JSON array/],
    ["change", "{}", /takes its arguments as a JSON array/],
    ["change", "[]", /undefined is not a kind; known are apiKeys, accounts/],
    ["change", '["workspace", "support", {}]', /"workspace" is not a kind; known are .*workspaces/],
    ["change", '["__proto__", "support", {}]', /"__proto__" is not a kind/],
    ["change", '["workspaces"]', /name one of the workspaces: give its id or its name/],
    ["change", '["workspaces", "support"]', /the change must be an object/],
    ["change", '["workspaces", "support", [1]]', /the change must be an object/],
    ["change", '["workspaces", "nobody", {}]', /nobody is not among the workspaces/],
    ["change", "[", /JSON/],
    ["remove", undefined, /takes its arguments as a JSON array/],
    ["remove", '["tool", 1]', /"tool" is not a kind/],
    ["remove", '["tools"]', /name one of the tools/],
    ["add", '["nothing", {}]', /"nothing" is not a kind/],
    ["add", '["workspaces"]', /the entity must be an object/],
    ["approveNumberRequest", "[]", /name one of the numberRequests/],
    ["fulfilNumberRequest", "[9]", /9 is not among the numberRequests/],
    ["finishWhatsApp", "[]", /name one of the workspaces/],
    ["phoneCall", '["nobody"]', /nobody is not among the workspaces/],
  ])("%s %s is a 400 that says why", async (action, body, reason) => {
    const before = simulator.snapshot();
    expect(await post(action, body)).toEqual({ status: 400, message: expect.stringMatching(reason) as string });
    expect(simulator.snapshot()).toEqual(before);
  });

  test("every deed of a person has a route", async () => {
    await call("createNumberRequest", { params: acme, body: { country: "DE", number_type: "mobile" } });
    await call("createNumberRequest", { params: acme, body: { country: "FR", number_type: "mobile" } });
    await call("mintWhatsAppConnectToken", { params: support });
    for (const [action, body] of [
      ["approveNumberRequest", "[1]"],
      ["fulfilNumberRequest", '[1, "+4930123456"]'],
      ["rejectNumberRequest", "[2]"],
      ["finishWhatsApp", '["support"]'],
      ["phoneCall", '["support", {"durationSeconds": 90}]'],
      ["add", '["workspaces", {"organization": "acme", "name": "Sales"}]'],
      ["change", '["workspaces", "sales", {"topN": 9}]'],
      ["remove", '["tools", "acme/lookup"]'],
    ] as const) {
      expect(await post(action, body)).toMatchObject({ status: 200 });
    }
    expect(simulator.snapshot()).toMatchObject({
      numberRequests: [{ status: "fulfilled", numberId: 1 }, { status: "rejected" }],
      numbers: [{ number: "+4930123456" }],
      whatsAppConnections: [{ connected: true }],
      callLogs: [{ durationSeconds: 90 }],
      workspaces: [{}, { topN: 9 }],
      tools: [],
    });
  });
});
