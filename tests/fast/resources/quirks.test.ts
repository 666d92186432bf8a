import { type Quirk, quirks } from "lumenone-simulator";
import { type Created } from "../../../provider/lifecycle/steps/create";
import { type Values } from "../../../provider/lifecycle/state/values";
import { hostSteps } from "../../support/faults/host-steps";
import { sampleFiles } from "../../support/sample-files";
import { simulated } from "../../support/simulated";

const server = simulated();
const files = sampleFiles();

const workspace = {
  organization: "acme",
  name: "Support",
  openAiPrompt: "You help the customers of Acme.",
  chatMode: "query",
  chatProvider: "openai",
  chatModel: "none",
  agentProvider: "openai",
  agentModel: "none",
  topN: 1,
  queryRefusalResponse: "No.",
};
/** One program after the other: other values, then fewer. */
const programs: Values[] = [
  workspace,
  { ...workspace, chatMode: "chat", openAiPrompt: null, topN: 3, chatModel: "gpt-4o" },
  { organization: "acme", name: "Support", chatProvider: "anythingllm-router" },
  { organization: "acme", name: "Support", chatProvider: "default", chatMode: "automatic" },
  { organization: "acme", name: "Support" },
];

const seedOf = (quirk: Quirk | "upstream") => ({
  organizations: [{ name: "Acme" }],
  workspaces: [{ name: "Helpdesk" }],
  ...(quirk === "upstream" ? { mode: "upstream" as const } : { quirks: [quirk] }),
});

describe.each([...(Object.keys(quirks) as Quirk[]), "upstream" as const])("with %s", (quirk) => {
  /** Settled: nothing to change, after a refresh too, and no warning was needed for it. */
  async function expectSettled(kind: string, state: Created, inputs: Values): Promise<Created> {
    const later = hostSteps(server.simulator);
    expect(await later.diff(kind, state, inputs)).toMatchObject({ changed: [], replaces: [], incomplete: [] });
    const read = await later.read(kind, state);
    expect(read?.id).toBe(state.id);
    const refreshed = { id: state.id, outputs: read?.outputs ?? {} };
    expect(await later.diff(kind, refreshed, inputs)).toMatchObject({ changed: [], replaces: [], incomplete: [] });
    expect(later.context.warnings).toEqual([]);
    return refreshed;
  }

  test("a workspace settles after it is made, and after each change", async () => {
    server.simulator.reset(seedOf(quirk));
    let state: Created | undefined;
    for (const inputs of programs) {
      const steps = hostSteps(server.simulator);
      state = await steps.up("Workspace", state, inputs);
      expect(steps.context.warnings).toEqual([]);
      state = await expectSettled("Workspace", state, inputs);
    }
    const made = hostSteps(server.simulator);
    for (const inputs of programs) {
      const other = { ...inputs, name: "Another" };
      await expectSettled("Workspace", await made.create("Workspace", other), other);
    }
  });

  test("a document and what is embedded settle, and leave again", async () => {
    server.simulator.reset(seedOf(quirk));
    const document = { organization: "acme", source: files.asset("“Hours”.txt", "Open from nine.") };
    const steps = hostSteps(server.simulator);
    const made = await steps.create("Document", document);
    expect(made.id).toMatch(/^acme\/custom-documents\/[^/]+\.json$/);
    const refreshed = await expectSettled("Document", made, document);
    const edge = { workspace: "helpdesk", document: made.id };
    const embedded = await steps.create("DocumentEmbedding", edge);
    await expectSettled("DocumentEmbedding", embedded, edge);
    // What is embedded is found by the next process, and not embedded a second time.
    await hostSteps(server.simulator).create("DocumentEmbedding", edge);
    expect(server.simulator.snapshot().embeddings).toHaveLength(1);
    const later = hostSteps(server.simulator);
    await later.remove("DocumentEmbedding", embedded);
    expect(server.simulator.snapshot().embeddings).toEqual([]);
    await later.remove("Document", refreshed);
    expect(server.simulator.snapshot().documents).toEqual([]);
  });
});

test.each(["quotesLost", undefined] as const)(
  "a document whose file has typographic quotes is found and not uploaded twice where the response was lost, with %s",
  async (quirk) => {
    server.simulator.reset({ organizations: [{ name: "Acme" }], quirks: quirk ? [quirk] : [] });
    server.simulator.faults.add({ operationId: "uploadDocument", kind: "resetAfter" });
    const document = { organization: "acme", source: files.asset("“Preise” ‘neu’.txt", "Ten euros.") };
    await hostSteps(server.simulator).create("Document", document);
    expect(server.simulator.snapshot().documents).toHaveLength(1);
  },
);

test.each([
  ["promptIgnoredAtCreate", 2],
  [undefined, 1],
] as const)("a workspace with a prompt, with %s, costs %d writes, and has the prompt", async (quirk, writes) => {
  server.simulator.reset({ organizations: [{ name: "Acme" }], quirks: quirk ? [quirk] : [] });
  await hostSteps(server.simulator).create("Workspace", workspace);
  expect(server.simulator.snapshot().workspaces[0]?.openAiPrompt).toBe(workspace.openAiPrompt);
  expect(server.simulator.journal.writes()).toHaveLength(writes);
});

test.each([
  ["automaticChatMode", "automatic"],
  [undefined, "chat"],
] as const)("a chatMode that the program drops, with %s, becomes the server's default, %s", async (quirk, mode) => {
  server.simulator.reset({ organizations: [{ name: "Acme" }], quirks: quirk ? [quirk] : [] });
  const steps = hostSteps(server.simulator);
  const made = await steps.create("Workspace", { organization: "acme", name: "Support", chatMode: "query" });
  await steps.update("Workspace", made, { organization: "acme", name: "Support" });
  expect(server.simulator.snapshot().workspaces[0]?.chatMode).toBe(mode);
});

test.each([
  ["anythingllm-router", "gpt-4o", true],
  ["default", "gpt-4o", true],
  ["anythingllm-router", "none", true],
  ["anythingllm-router", null, false],
  ["default", undefined, false],
  ["none", "gpt-4o", false],
  ["openai", "gpt-4o", false],
])("the chatProvider %j beside the chatModel %j is refused at check: %j", async (chatProvider, chatModel, refused) => {
  server.simulator.reset({ organizations: [{ name: "Acme" }] });
  const program = {
    organization: "acme",
    name: "Support",
    chatProvider,
    ...(chatModel !== undefined && { chatModel }),
  };
  const created = hostSteps(server.simulator).create("Workspace", program);
  if (refused) await expect(created).rejects.toThrow(/^chatModel: cannot be set beside this chatProvider/);
  else await created;
  expect(server.simulator.snapshot().workspaces).toHaveLength(refused ? 0 : 1);
});

test("a workspace whose deletion the administrator blocks stays, and the error does not blame the key", async () => {
  server.simulator.reset({ organizations: [{ name: "Acme" }], quirks: ["deletionProtected"] });
  const steps = hostSteps(server.simulator);
  const made = await steps.create("Workspace", { organization: "acme", name: "Support" });
  const removed = steps.remove("Workspace", made);
  await expect(removed).rejects.toMatchObject({ reason: "blocked", status: 403 });
  await expect(removed).rejects.toThrow(
    /blocked by the system administrator.*The key is not the reason.*retainOnDelete/,
  );
  await expect(removed).rejects.not.toThrow(/wrong or revoked/);
});

test.each([[500], [200]])(
  "an update that the database refuses with %d fails, and is repeated later",
  async (status) => {
    server.simulator.reset({ organizations: [{ name: "Acme" }] });
    const steps = hostSteps(server.simulator);
    const made = await steps.create("Workspace", { organization: "acme", name: "Support", topN: 4 });
    server.simulator.faults.add({ operationId: "updateWorkspace", kind: "failed", status, times: 20 });
    const changed = { organization: "acme", name: "Support", topN: 9 };
    const { state, error } = await steps.tryUp("Workspace", made, changed);
    expect(String(error)).toContain("Simulated failure of the database");
    server.simulator.faults.clear();
    await hostSteps(server.simulator).up("Workspace", state, changed);
    expect(server.simulator.snapshot().workspaces[0]?.topN).toBe(9);
  },
);
