import { Readable } from "node:stream";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone";
import { type Client, createClient, type OperationId } from "pulumi-lumenone/client";
import { operationIds } from "../../provider/client/contract/contract";
import { definitionOf, kinds } from "../../provider/definitions/registry";
import { hostSteps } from "../support/faults/host-steps";
import { changeableFields } from "../support/scenarios/kind-fields";
import { sampleValues } from "../support/scenarios/sample-values";
import { scenarioSeed, seededOrganization as orgSlug } from "../support/scenarios/seed";
import { type Parents, rows } from "../support/scenarios/tenant-program";

/**
 * Everything that the package has is used once: each kind of resource lives its life, each data function is asked, the client
 * calls each operation. The simulator's journal shows what they reached. That has to be the whole contract.
 */
let simulator: Simulator;
let client: Client;

/** By operation: who reached it, with a 2xx response. */
const reached = new Map<string, Set<string>>();
const columns = ["resource", "function", "client"] as const;

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      ...scenarioSeed,
      organizations: [{ name: "Seeded" }, { name: "Other" }],
      workspaces: ["Support", "Sales"].map((name) => ({ organization: orgSlug, name })),
      tools: ["crm", "erp"].map((name) => ({ organization: orgSlug, name, type: "function" })),
      voiceIntegrations: [{ workspace: "sales" }],
      numberRequests: [{ organization: orgSlug }],
      callLogs: [{ workspace: "sales" }],
    },
  });
  const { apiKey, url: baseUrl, accountId } = simulator;
  client = createClient({ apiKey, baseUrl, accountId });
}, 30_000);
afterAll(() => simulator?.close());

/** Notes the operations that the simulator meanwhile carried out with a 2xx response. */
async function noted<T>(who: string, act: () => Promise<T>): Promise<T> {
  simulator.journal.clear();
  const result = await act();
  for (const { operationId = "?", status = 0 } of simulator.journal) {
    if (status < 200 || status > 299) continue;
    reached.set(operationId, (reached.get(operationId) ?? new Set()).add(who));
  }
  return result;
}

describe("resources", () => {
  const parents = {
    organization: orgSlug,
    otherOrganization: "other",
    workspace: "support",
    otherWorkspace: "sales",
    tool: "1",
    otherTool: "2",
  } as unknown as Parents;

  test.each(kinds)("%s lives", async (kind) => {
    const row = rows.find((each) => each.kind === kind)!;
    simulator.reset();
    await noted(`resource ${kind}`, async () => {
      const named = "name" in definitionOf(kind).fields ? { name: "subject" } : {};
      const inputs = { ...named, ...row.minimal(parents), ...row.converted };
      const [changeable] = changeableFields(kind);
      const made = await hostSteps(simulator).create(kind, inputs);
      expect(await hostSteps(simulator).read(kind, made)).toBeDefined();
      const changed = changeable && { [changeable[0]]: sampleValues(kind, ...changeable)[0] };
      const now = changed ? await hostSteps(simulator).update(kind, made, { ...inputs, ...changed }) : made;
      await hostSteps(simulator).remove(kind, now);
      // Another folder, say, is another operation.
      for (const [field, swap] of Object.entries(row.swaps)) {
        if (field in (row.converted ?? {})) continue;
        const host = hostSteps(simulator);
        await host.remove(kind, await host.create(kind, { ...inputs, [field]: swap(parents) }));
      }
    });
  });
});

describe("data functions", () => {
  const organization = orgSlug;
  /** What each is asked for. The names come from the package. */
  const asked: Record<string, object[]> = {
    getCallLogs: [{}, { workspace: "sales" }],
    getDocument: [{ organization, document: "one.json" }],
    getDocuments: [{ organization }, { organization, folder: "papers" }],
    getNumberRequest: [{ organization, id: 1 }],
    getNumberRequests: [{ organization }],
    getNumbers: [{}, { organization }],
    getOrganization: [{ organization }],
    getOrganizationTools: [{ organization }],
    getVoiceConfig: [{ workspace: "sales" }],
    getWorkspace: [{ workspace: "support" }],
    getWorkspaceTools: [{ workspace: "support" }],
    getWorkspaces: [{ organization }],
  };
  const functions = Object.entries(lumenone).filter(([name]) => /^get[A-Z]/.test(name) && !name.endsWith("Output"));

  test.each(functions)("%s returns a value", async (name, ask) => {
    simulator.reset();
    await noted(`function ${name}`, async () => {
      for (const args of asked[name] ?? [{}]) {
        await (ask as (args: object, options: object) => Promise<unknown>)(args, { client });
      }
    });
    expect(simulator.journal.length).toBeGreaterThan(0);
    expect(simulator.journal.filter(({ status = 0 }) => status >= 400)).toEqual([]);
  });
});

test("the client calls each of the 45 operations, and LumenOne takes it", async () => {
  simulator.reset();
  const slug = "support";
  const file = { name: "a.md", open: () => Readable.from(["# A"]) };
  await noted("client", async () => {
    await client.verifyApiKey();
    await client.listAccounts();
    await client.createAccount({}, { name: "Globex" });
    await client.listOrganizations();
    await client.createOrganization({}, { name: "Third" });
    await client.getOrganization({ orgSlug });
    await client.updateOrganization({ orgSlug: "third" }, { name: "Fourth" });
    await client.listOrganizationWorkspaces({ orgSlug });
    await client.createWorkspace({ orgSlug }, { name: "Lab" });
    await client.getWorkspace({ slug });
    await client.updateWorkspace({ slug: "lab" }, { topN: 5 });

    const [document] = await client.uploadDocument({ orgSlug }, { file });
    await client.uploadDocumentIntoFolder({ orgSlug, folderName: "papers" }, { file });
    await client.listDocuments({ orgSlug });
    await client.listDocumentsInFolder({ orgSlug, folderName: "papers" });
    await client.getDocument({ orgSlug, docName: "one.json" });
    await client.createFolder({ orgSlug }, { name: "shelf" });
    const from = document?.location ?? "";
    const to = from.replace("custom-documents", "shelf");
    await client.moveDocuments({ orgSlug }, { files: [{ from, to }] });
    await client.updateWorkspaceEmbeddings({ slug }, { adds: [to], deletes: [] });
    await client.deleteDocuments({ orgSlug }, { files: [to] });
    await client.deleteFolder({ orgSlug }, { name: "shelf" });

    await client.listOrganizationTools({ orgSlug });
    const tool = await client.createOrganizationTool({ orgSlug }, { name: "new", type: "function" });
    const toolId = String(tool.id);
    await client.updateOrganizationTool({ orgSlug, toolId }, { enabled: false });
    await client.attachWorkspaceTool({ slug }, { toolId });
    await client.listWorkspaceTools({ slug });
    await client.detachWorkspaceTool({ slug, toolId });
    await client.deleteOrganizationTool({ orgSlug, toolId });

    const { id } = await client.createNumberRequest({ orgSlug }, { country: "US", number_type: "local" });
    await client.listNumberRequests({ orgSlug });
    await client.getNumberRequest({ orgSlug, id: String(id) });
    await client.listNumbers();
    await client.listOrganizationNumbers({ orgSlug });

    await client.getVoiceCatalog();
    await client.provisionVoiceIntegration({ slug });
    await client.getVoiceAssistantConfig({ slug });
    await client.updateVoiceAssistantConfig({ slug }, { firstMessage: "Hello" });
    await client.listCallLogs();
    await client.listWorkspaceCallLogs({ slug });

    const { token } = await client.mintWhatsAppConnectToken({ slug });
    await client.renderWhatsAppConnectPage({ token });
    await client.finalizeWhatsAppOnboarding({}, { token, code: "code" });
    await client.disconnectWhatsApp({ slug });

    await client.deleteWorkspace({ slug: "lab" });
    await client.deleteOrganization({ orgSlug: "third" });
  });
  expect(new Set(simulator.journal.map(({ operationId }) => operationId))).toEqual(new Set(operationIds()));
  expect(simulator.journal.filter(({ status = 0 }) => status >= 400)).toEqual([]);
});

test("every operation of the contract was reached, by the client and by all that the package has for it", () => {
  const all = operationIds();
  const cell = (operationId: OperationId, column: string) =>
    [...(reached.get(operationId) ?? [])]
      .filter((who) => who.startsWith(column))
      .map((who) => who.slice(column.length + 1) || "yes")
      .join(", ");
  const table = all.map((operationId) => [operationId, ...columns.map((column) => cell(operationId, column))]);
  const widths = [0, 1, 2, 3].map((at) => Math.max(8, ...table.map((row) => row[at]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((text, at) => text.padEnd(widths[at]!))
      .join("  ")
      .trimEnd();
  process.stdout.write(`\n${[["operation", ...columns], ...table].map(line).join("\n")}\n`);

  expect(all).toHaveLength(45);
  expect([...reached.keys()].sort()).toEqual([...all].sort());
  expect(all.filter((operationId) => !reached.get(operationId)?.has("client"))).toEqual([]);
  // What is an action and no state lives in the client alone.
  const alone = all.filter((operationId) => reached.get(operationId)?.size === 1);
  expect(alone.sort()).toEqual([
    "disconnectWhatsApp",
    "finalizeWhatsAppOnboarding",
    "mintWhatsAppConnectToken",
    "moveDocuments",
    "renderWhatsAppConnectPage",
  ]);
});
