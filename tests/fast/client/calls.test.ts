import { createSimulator, type Simulator } from "lumenone-simulator";
import { allPages, ApiError, ArgumentError, createClient, SettingsError } from "../../../provider/client";
import { operationIds } from "../../../provider/client/contract/contract";

const other = "22222222-2222-4222-8222-222222222222";
const seed = {
  accounts: [{ name: "First" }, { id: other, name: "Second" }],
  organizations: [{ name: "Acme" }, { name: "Größe & Söhne" }],
  workspaces: [{ organization: "acme", name: "Support" }],
  numbers: [{ organization: "acme", number: "+15550001111" }],
  callLogs: Array.from({ length: 7 }, () => ({ workspace: "support" })),
};

let simulator: Simulator;
let client: ReturnType<typeof createClient>;

beforeAll(async () => {
  simulator = await createSimulator({ seed });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset(seed);
  client = createClient({ apiKey: simulator.apiKey, baseUrl: simulator.url, accountId: simulator.accountId });
});

test("all operations of the contract can be called, and return responses without their envelopes", async () => {
  expect(await client.verifyApiKey()).toEqual({ authenticated: true });
  const account = await client.createAccount({}, { name: "Third" });
  expect((await client.listAccounts()).map(({ id }) => id)).toContain(account.id);

  const organization = await client.createOrganization({}, { name: "Bolt" });
  const bolt = { orgSlug: organization.originalSlug ?? "bolt" };
  expect(await client.updateOrganization(bolt, { name: "Bolt Ltd" })).toMatchObject({ name: "Bolt Ltd" });
  expect(await client.getOrganization(bolt)).toMatchObject({ name: "Bolt Ltd" });
  expect((await client.listOrganizations()).length).toBe(3);

  await client.createWorkspace(bolt, { name: "Sales", topN: 6 });
  const sales = { slug: "sales" };
  expect((await client.listOrganizationWorkspaces(bolt)).map(({ name }) => name)).toEqual(["Sales"]);
  expect(await client.updateWorkspace(sales, { chatMode: "query" })).toMatchObject({ chatMode: "query" });
  expect(await client.getWorkspace(sales)).toMatchObject({ topN: 6, chatMode: "query" });

  const tool = await client.createOrganizationTool(bolt, { name: "orders", type: "function", config: { key: "s3" } });
  const toolId = String(tool.id);
  expect(await client.updateOrganizationTool({ ...bolt, toolId }, { enabled: false })).toMatchObject({
    enabled: false,
  });
  expect((await client.listOrganizationTools(bolt)).length).toBe(1);
  await client.attachWorkspaceTool(sales, { toolId });
  expect((await client.listWorkspaceTools(sales)).map(({ name }) => name)).toEqual(["orders"]);
  await client.detachWorkspaceTool({ ...sales, toolId });
  await client.deleteOrganizationTool({ ...bolt, toolId });

  await client.createFolder(bolt, { name: "hand book" });
  await client.uploadDocumentIntoFolder({ ...bolt, folderName: "hand book" }, { file: Buffer.from("one") });
  const [uploaded] = await client.uploadDocument(bolt, { file: Buffer.from("two") });
  const docpath = uploaded!.location!;
  expect((await client.listDocuments(bolt)).items?.map(({ name }) => name).sort()).toEqual([
    "custom-documents",
    "hand book",
  ]);
  expect((await client.listDocumentsInFolder({ ...bolt, folderName: "hand book" })).length).toBe(1);
  expect(await client.getDocument({ ...bolt, docName: docpath.split("/").at(-1)! })).toMatchObject({
    title: uploaded!.title,
  });
  const embedded = await client.updateWorkspaceEmbeddings(sales, { adds: [docpath], deletes: [] });
  expect(embedded.documents?.map((document) => document.docpath)).toEqual([docpath]);
  await client.updateWorkspaceEmbeddings(sales, { adds: [], deletes: [docpath] });
  const moved = docpath.replace("custom-documents", "hand book");
  await client.moveDocuments(bolt, { files: [{ from: docpath, to: moved }] });
  expect(await client.deleteDocuments(bolt, { files: [moved] })).toMatchObject({ purged: [moved] });
  await client.deleteFolder(bolt, { name: "hand book" });

  expect(await client.getVoiceCatalog()).toHaveProperty("voice");
  await client.provisionVoiceIntegration({ slug: "support" });
  const voice = await client.updateVoiceAssistantConfig({ slug: "support" }, { firstMessage: "Hello", number_id: 1 });
  expect(voice).toMatchObject({ firstMessage: "Hello", number_id: 1 });
  expect(await client.getVoiceAssistantConfig({ slug: "support" })).toMatchObject({ firstMessage: "Hello" });
  expect((await client.listCallLogs({ workspace_slug: "support", limit: 3 })).length).toBe(3);
  expect((await client.listWorkspaceCallLogs({ slug: "support" })).length).toBe(7);

  expect((await client.listNumbers({ organization_id: 1 })).length).toBe(1);
  expect((await client.listOrganizationNumbers({ orgSlug: "acme" })).length).toBe(1);
  const request = await client.createNumberRequest(bolt, { country: "DE", number_type: "local" });
  expect(await client.getNumberRequest({ ...bolt, id: String(request.id) })).toMatchObject({ status: "pending" });
  expect((await client.listNumberRequests({ ...bolt, status: "pending" })).length).toBe(1);

  const { token } = await client.mintWhatsAppConnectToken(sales);
  expect(await client.renderWhatsAppConnectPage({ token })).toMatch(/Connect your WhatsApp/);
  await client.finalizeWhatsAppOnboarding({}, { token });
  await client.disconnectWhatsApp(sales);

  await client.deleteWorkspace(sales);
  await client.deleteOrganization(bolt);
  expect(simulator.journal.filter(({ status }) => status !== 200)).toEqual([]);
  const called = new Set(simulator.journal.map(({ operationId }) => operationId));
  expect(operationIds().filter((operationId) => !called.has(operationId))).toEqual([]);
  // The simulator makes a validator for every operation with its first call.
}, 30_000);

test("slugs are given in their original form, and may hold any letter", async () => {
  const [found] = (await client.listOrganizations()).filter(({ name }) => name.startsWith("Grö"));
  expect(await client.getOrganization({ orgSlug: found!.originalSlug! })).toMatchObject({ name: "Größe & Söhne" });
});

test("a call has the client's account, another one, or none", async () => {
  await client.listOrganizations();
  await client.listOrganizations({}, undefined, { accountId: other });
  await client.listOrganizations({}, undefined, { accountId: null });
  await client.verifyApiKey();
  expect(simulator.journal.map(({ accountId }) => accountId)).toEqual([
    simulator.accountId,
    other,
    undefined,
    undefined,
  ]);
});

test("pages are followed to the end, and no further than wanted", async () => {
  const page = (at: { limit: number; offset: number }) => client.listCallLogs(at);
  expect((await allPages(page, { limit: 3 })).map(({ id }) => id).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect((await allPages(page, { limit: 3, maxItems: 5 })).length).toBe(5);
  expect((await allPages(page, { limit: 3, offset: 6 })).length).toBe(1);
  expect(simulator.journal.map(({ query }) => `${query["offset"]}+${query["limit"]}`)).toEqual([
    // Each page begins with the last item of the page before.
    ...["0+3", "2+3", "4+3", "6+3"],
    ...["0+3", "2+3"],
    ...["6+3", "6+3"],
  ]);
});

test.each<[string, (all: typeof client) => Promise<unknown>, RegExp]>([
  ["an empty slug", (all) => all.deleteWorkspace({ slug: "" }), /^deleteWorkspace: slug must not be ""/],
  ["a missing slug", (all) => all.call("getWorkspace"), /^getWorkspace: slug is missing/],
  ["an empty id", (all) => all.deleteOrganizationTool({ orgSlug: "acme", toolId: "" }), /toolId must not be ""/],
  ["dots", (all) => all.listDocumentsInFolder({ orgSlug: "acme", folderName: ".." }), /folderName must not be ".."/],
  ["an object", (all) => all.call("getWorkspace", { slug: { a: 1 } }), /slug must be a text, a number or a boolean/],
  ["a wrong account", (all) => all.listOrganizations({}, undefined, { accountId: "acme" }), /accountId must be a UUID/],
])("%s is refused before anything is sent", async (_what, call, problem) => {
  const error: unknown = await call(client).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ArgumentError);
  expect((error as Error).message).toMatch(problem);
  expect(simulator.journal.length).toBe(0);
});

test.each<[string, object, RegExp]>([
  ["key", { apiKey: undefined }, /lumenone:apiKey is missing.*config set --secret lumenone:apiKey.*LUMENONE_API_KEY/],
  ["host", { baseUrl: undefined }, /lumenone:baseUrl is missing.*config set lumenone:baseUrl.*LUMENONE_BASE_URL/],
  [
    "account",
    { accountId: undefined },
    /lumenone:accountId is missing, and getWorkspace needs it.*LUMENONE_ACCOUNT_ID/,
  ],
])("a missing %s is reported by the first call that needs it", async (_what, missing, problem) => {
  const incomplete = createClient({
    apiKey: simulator.apiKey,
    baseUrl: simulator.url,
    accountId: simulator.accountId,
    ...missing,
  });
  const error: unknown = await incomplete.getWorkspace({ slug: "support" }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SettingsError);
  expect((error as Error).message).toMatch(problem);
  expect(simulator.journal.length).toBe(0);
});

test("another path for an operation is used, and its errors name it", async () => {
  const operations = { getWorkspace: { method: "GET", path: "/workspaces/{slug}/details" } };
  const moved = createClient({
    apiKey: simulator.apiKey,
    baseUrl: simulator.url,
    accountId: simulator.accountId,
    operations,
  });
  const error: unknown = await moved.getWorkspace({ slug: "support" }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ method: "GET", path: "/workspaces/737570706f7274/details" });
});
