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
    seed: { organizations: [{ name: "Acme" }], workspaces: [{ organization: "acme", name: "Support" }] },
  });
});
beforeEach(() => {
  now = Date.parse("2026-01-01T00:00:00.000Z");
  simulator.reset();
});
afterAll(() => simulator.close());

describe("an organization", () => {
  test("has a slug in both forms, made from its name", async () => {
    const { status, body } = await call("createOrganization", { body: { name: "Größe & Co." } });
    expect(status).toBe(200);
    expect(body.organization).toEqual({
      id: 2,
      name: "Größe & Co.",
      slug: Buffer.from("größe-co").toString("hex"),
      originalSlug: "größe-co",
      accountId: simulator.accountId,
      createdAt: "2026-01-01T00:00:00.000Z",
      lastUpdatedAt: "2026-01-01T00:00:00.000Z",
    });
    expect((await call("getOrganization", { params: { orgSlug: "größe-co" } })).body).toEqual({
      organization: body.organization,
    });
  });

  test("gets a suffix when its slug is taken, as names may repeat", async () => {
    const { body } = await call("createOrganization", { body: { name: "Acme" } });
    expect(body.organization.originalSlug).toMatch(/^acme-\d{8}$/);
  });

  test("has a slug although its name has no letter", async () => {
    const { body } = await call("createOrganization", { body: { name: "!!!" } });
    expect(body.organization.originalSlug).toMatch(/^\d{8}$/);
  });

  test("keeps its slug when it is renamed", async () => {
    now += 1000;
    const { body } = await call("updateOrganization", { params: acme, body: { name: "Apex" } });
    expect(body.organization).toMatchObject({
      name: "Apex",
      originalSlug: "acme",
      createdAt: "2026-01-01T00:00:00.000Z",
      lastUpdatedAt: "2026-01-01T00:00:01.000Z",
    });
  });

  test("takes everything inside with it when it is deleted", async () => {
    simulator.reset({
      organizations: [{ name: "Acme" }, { name: "Beta" }],
      workspaces: [{ organization: "acme", name: "Support" }],
      tools: [{ organization: "acme", name: "one" }],
      toolAttachments: [{ workspace: "support", tool: "one" }],
      folders: [{ organization: "acme", name: "handbook" }],
      documents: [{ organization: "acme", name: "a.json" }],
      embeddings: [{ workspace: "support", document: "acme/custom-documents/a.json" }],
      numbers: [{ organization: "acme" }],
      numberRequests: [{ organization: "acme" }],
      voiceIntegrations: [{ workspace: "support", numberId: 1 }],
      callLogs: [{ workspace: "support" }],
    });
    expect((await call("deleteOrganization", { params: acme })).body).toMatchObject({ success: true });
    expect((await call("deleteOrganization", { params: acme })).status).toBe(404);
    const { mode: _mode, lastIds: _lastIds, apiKeys: _keys, accounts: _accounts, ...left } = simulator.snapshot();
    const there = Object.entries(left).filter(([, list]) => list.length > 0);
    expect(there.map(([kind, list]) => `${kind} ${list.length}`)).toEqual(["organizations 1", "callLogs 1"]);
  });
});

describe("a workspace", () => {
  test("has defaults", async () => {
    const { status, body } = await call("createWorkspace", { params: acme, body: { name: "Sales" } });
    expect(status).toBe(200);
    expect(body.workspace).toMatchObject({
      id: 2,
      name: "Sales",
      slug: Buffer.from("sales").toString("hex"),
      originalSlug: "sales",
      openAiTemp: null,
      openAiHistory: 20,
      openAiPrompt: null,
      similarityThreshold: 0.25,
      topN: 4,
      chatMode: "chat",
      chatProvider: null,
      queryRefusalResponse: null,
      vectorSearchMode: "default",
    });
  });

  test.each([
    ["name", "x".repeat(300), "x".repeat(255)],
    ["name", 7, "My Workspace"],
    ["openAiTemp", "0.7", 0.7],
    ["openAiTemp", -1, null],
    ["openAiTemp", "warm", null],
    ["openAiTemp", 3, 3],
    ["openAiHistory", "many", 20],
    ["openAiHistory", -5, 0],
    ["openAiHistory", null, 20],
    ["openAiPrompt", "", null],
    ["openAiPrompt", { text: "Help" }, null],
    ["openAiPrompt", 7, null],
    ["similarityThreshold", 7, 1],
    ["similarityThreshold", -7, 0],
    ["similarityThreshold", 0, 0],
    ["topN", 0, 1],
    ["topN", -3, 1],
    ["topN", null, 4],
    ["topN", "many", 4],
    ["topN", 12, 12],
    ["chatMode", "query", "query"],
    ["chatMode", "automatic", "automatic"],
    ["chatMode", "shout", "chat"],
    ["chatMode", null, "chat"],
    ["chatProvider", "none", null],
    ["chatModel", "", null],
    ["chatModel", "none", "none"],
    ["agentProvider", "none", null],
    ["agentProvider", "openai", "openai"],
    ["agentModel", "none", "none"],
    ["queryRefusalResponse", "", null],
    ["queryRefusalResponse", ["No"], null],
    ["vectorSearchMode", "rerank", "rerank"],
    ["vectorSearchMode", "best", "default"],
  ])("makes something of %s %j", async (field, sent, stored) => {
    const updated = await call("updateWorkspace", { params: support, body: { [field]: sent } });
    expect(updated).toMatchObject({ status: 200, body: { workspace: { [field]: stored }, message: null } });
    const made = await call("createWorkspace", { params: acme, body: { name: "Other", [field]: sent } });
    expect(made).toMatchObject({ status: 200, body: { workspace: { [field]: stored } } });
  });

  test.each([[{}], [{ name: null }], [{ name: "" }]])("is not made of %j", async (body) => {
    expect((await call("createWorkspace", { params: acme, body })).status).toBe(400);
  });

  test("returns no state where no field of an update is known", async () => {
    const { status, body } = await call("updateWorkspace", { params: support, body: { colour: "red", id: 9 } });
    expect(status).toBe(200);
    expect(body).toEqual({ workspace: { id: 1 }, message: "No valid fields to update!" });
  });

  test("keeps what an update does not name, and drops what is unknown", async () => {
    await call("updateWorkspace", { params: support, body: { topN: 9 } });
    await call("updateWorkspace", { params: support, body: { name: "Help", colour: "red" } });
    const { body } = await call("getWorkspace", { params: support });
    expect(body).toMatchObject({ workspace: [{ name: "Help", topN: 9, originalSlug: "support", documents: [] }] });
    expect(JSON.stringify(body)).not.toContain("colour");
  });

  test("may have the name of another one", async () => {
    const { body } = await call("createWorkspace", { params: acme, body: { name: "Support" } });
    expect(body.workspace.originalSlug).toMatch(/^support-\d{8}$/);
    expect((await call("listOrganizationWorkspaces", { params: acme })).body.workspaces).toHaveLength(2);
  });

  test.each([
    ["lumenone", 404, 404, 404],
    ["upstream", 200, 400, 400],
  ] as const)("that is not there, in the mode %s", async (mode, got, updated, deleted) => {
    simulator.reset({ mode });
    const params = { slug: "nobody" };
    const read = await call("getWorkspace", { params });
    expect(read.status).toBe(got);
    if (got === 200) expect(read.body).toEqual({ workspace: [] });
    const update = await call("updateWorkspace", { params, body: { topN: 1 } });
    expect(update.status).toBe(updated);
    if (updated === 400) expect(update.body).toBe("Bad Request");
    expect((await call("deleteWorkspace", { params })).status).toBe(deleted);
  });

  test("leaves documents, tools and call logs behind when it is deleted, and frees its number", async () => {
    simulator.reset({
      organizations: [{ name: "Acme" }],
      workspaces: [{ name: "Support" }],
      documents: [{ name: "a.json" }],
      embeddings: [{ document: "acme/custom-documents/a.json" }],
      tools: [{ name: "one" }],
      toolAttachments: [{ tool: "one" }],
      numbers: [{}],
      voiceIntegrations: [{ numberId: 1 }],
      callLogs: [{}],
    });
    expect(await call("deleteWorkspace", { params: support })).toMatchObject({ status: 200, body: "OK" });
    expect(simulator.snapshot()).toMatchObject({
      workspaces: [],
      embeddings: [],
      toolAttachments: [],
      voiceIntegrations: [],
      documents: [{ name: "a.json" }],
      tools: [{ name: "one" }],
      callLogs: [{ id: 1 }],
    });
    const { body } = await call("listOrganizationNumbers", { params: acme });
    expect(body.numbers).toMatchObject([{ id: 1, voice_integration_id: null }]);
  });
});
