import { createSimulator, type Simulator } from "lumenone-simulator";
import { definitionOf } from "../../../provider/definitions/registry";
import { create } from "../../../provider/lifecycle/steps/create";
import { update } from "../../../provider/lifecycle/steps/update";
import { hostSteps } from "../../support/faults/host-steps";
import { memoryContext } from "../../support/memory-context";
import { recordedApi } from "../../support/recorded-api";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const inputs = { name: "Acme", adopt: true };
const mine = (outputs = {}) => ({
  id: "acme",
  outputs: { ...inputs, accountId: simulator.accountId, origin: simulator.url, ...outputs },
});

test("an object that a resource of the state stands for is not adopted", async () => {
  const host = hostSteps(simulator);
  await host.diff("Organization", mine(), inputs);
  await expect(host.create("Organization", inputs)).rejects.toThrow(/acme is another resource of this program already/);
});

test("an object that was adopted first is an error when the resource of the state comes", async () => {
  const host = hostSteps(simulator);
  await host.create("Organization", inputs);
  await expect(host.diff("Organization", mine(), inputs)).rejects.toThrow(/another resource .* has taken it over/);
});

test("one whose resource left the program is adopted, after a refresh too", async () => {
  const host = hostSteps(simulator);
  await host.read("Organization", mine());
  // The engine compares what a refresh has read.
  await host.diff("Organization", mine(), inputs);
  expect(await host.create("Organization", inputs)).toMatchObject({ id: "acme" });
});

test("one of two parallel creates adopts, the other is refused", async () => {
  const host = hostSteps(simulator);
  const results = await Promise.allSettled([1, 2].map(() => host.create("Organization", inputs)));
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(simulator.snapshot().organizations).toHaveLength(1);
});

test("an object whose adoption failed with a 500 is adopted by the next create", async () => {
  const host = hostSteps(simulator, { "lumenone:maxRetries": "0" });
  simulator.faults.add({ operationId: "getOrganization", kind: "status", status: 500 });
  await expect(host.create("Organization", inputs)).rejects.toThrow(/500/);
  expect(await host.create("Organization", inputs)).toMatchObject({ id: "acme" });
});

test("an object that this process deleted is not adopted", async () => {
  const host = hostSteps(simulator);
  await host.create("Organization", { name: "Other" });
  await host.remove("Organization", mine());
  const made = await host.create("Organization", inputs);
  expect(simulator.snapshot().organizations.map(({ slug }) => slug)).toContain(made.id);
  expect(simulator.journal.count("createOrganization")).toBe(2);
});

describe("where several objects are there", () => {
  const workspace = (name: string) => simulator.person.add("workspaces", { organization: "acme", name });
  const adopted = (name: string) =>
    hostSteps(simulator).create("Workspace", { organization: "acme", name, adopt: true });

  test("the one of the declared name is adopted, and no other", async () => {
    ["Desk", "Door", "Shop"].forEach(workspace);
    expect(await adopted("Door")).toMatchObject({ id: "door" });
    expect(await adopted("Window")).toMatchObject({ id: "window" });
    expect(simulator.snapshot().workspaces).toHaveLength(4);
  });

  test("none is adopted where two have the name, and both are named", async () => {
    const [one, other] = [workspace("Desk"), workspace("Desk")];
    await expect(adopted("Desk")).rejects.toThrow(
      `2 objects have this name, so none is taken over: ${one.slug}, ${other.slug}.`,
    );
    expect(simulator.journal.writes()).toEqual([]);
  });
});

test("an object that was removed since it was listed is created again", async () => {
  const host = hostSteps(simulator);
  simulator.person.add("tools", { organization: "acme", name: "crm", type: "http" });
  // Listed for another one, and removed since.
  await host.create("OrganizationTool", { organization: "acme", name: "erp", type: "http" });
  simulator.person.remove("tools", 1);
  const made = await host.create("OrganizationTool", { organization: "acme", name: "crm", type: "http", adopt: true });
  expect(simulator.snapshot().tools.map(({ id }) => `acme/${id}`)).toEqual(["acme/2", made.id]);
});

describe("a name that LumenOne has once", () => {
  const tool = { organization: "acme", name: "crm", type: "http" };

  test("is refused where another object has it, which is named", async () => {
    simulator.person.add("tools", { ...tool, name: "erp" });
    const { id } = simulator.person.add("tools", tool);
    await expect(hostSteps(simulator).create("OrganizationTool", tool)).rejects.toThrow(
      `LumenOne already has an object of this name: acme/${id}.`,
    );
  });

  test("is refused where somebody has taken it since this process listed it, and leaves no state", async () => {
    const host = hostSteps(simulator);
    await host.create("OrganizationTool", { ...tool, name: "erp" });
    simulator.person.add("tools", tool);
    const { error, state } = await host.tryUp("OrganizationTool", undefined, tool);
    expect(error?.message).toContain("LumenOne already has an object of this name.");
    expect(state).toBeUndefined();
  });

  test("is free again when its creation failed", async () => {
    const host = hostSteps(simulator);
    simulator.faults.add({ operationId: "createOrganizationTool", kind: "status", status: 403 });
    await expect(host.create("OrganizationTool", tool)).rejects.toThrow(/403/);
    await host.create("OrganizationTool", tool);
    expect(simulator.snapshot().tools).toHaveLength(1);
  });
});

test("a field that LumenOne does not show of an adopted object is written", async () => {
  const shown = { slug: "support", name: "Support" };
  const api = recordedApi({
    listOrganizationWorkspaces: () => [shown],
    getWorkspace: () => shown,
    updateWorkspace: ({ fields }) => ({ ...shown, ...fields }),
  });
  const declared = { organization: "acme", name: "Support", topN: 4, adopt: true };
  await create(definitionOf("Workspace"), memoryContext({ api }), declared);
  const [written] = api.calls.filter(({ operationId }) => operationId === "updateWorkspace");
  expect(written?.request.fields).toMatchObject({ topN: 4 });
});

test.each([
  ["null was sent", "openAiPrompt", null, "Hello"],
  ["another word was sent, and null would give the default", "chatMode", "query", "chat"],
])("a value that LumenOne keeps where %s is warned about", async (_, name, sent, shown) => {
  const kept = { slug: "support", name: "Support", [name]: shown };
  const context = memoryContext({ api: recordedApi({ updateWorkspace: () => kept }) });
  const olds = { organization: "acme", ...kept };
  await update(definitionOf("Workspace"), context, "support", olds, { ...olds, [name]: sent });
  expect(context.warnings).toEqual([expect.stringContaining(`did not take ${name} as declared`)]);
});

test("where adoption is the default, a connection is created without looking for an existing one", async () => {
  const host = hostSteps(simulator, { "lumenone:adopt": "true" });
  const workspace = await host.create("Workspace", { organization: "acme", name: "Desk" });
  const made = [];
  for (const name of ["crm", "erp"]) {
    const tool = await host.create("OrganizationTool", { organization: "acme", name, type: "http" });
    made.push(await host.create("ToolAttachment", { workspace: workspace.id, tool: tool.id.split("/")[1] }));
  }
  expect(made.map(({ id }) => id)).toEqual(["desk/1", "desk/2"]);
  expect(simulator.journal.count("listWorkspaceTools")).toBe(0);
});

test("an edge that `replaceOnChanges` makes anew is in place of no other one", async () => {
  const workspace = await hostSteps(simulator).create("Workspace", { organization: "acme", name: "Desk" });
  const voice = await hostSteps(simulator).create("VoiceConfig", { workspace: workspace.id });
  const changed = { workspace: workspace.id, firstMessage: "Hello" };
  const host = hostSteps(simulator);
  await host.diff("VoiceConfig", voice, changed);
  const again = await host.create("VoiceConfig", changed);
  expect(again).toMatchObject({ id: voice.id, outputs: { firstMessage: "Hello" } });
  expect(again.outputs).not.toHaveProperty("insteadOf");
});
