import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { IncompleteError } from "../../../provider/lifecycle/errors/incomplete-error";
import { type Values } from "../../../provider/lifecycle/state/values";
import { hostSteps } from "../../support/faults/host-steps";

/** Responses of a gateway in place of LumenOne's: what a write did is seen at LumenOne. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Home" }, { name: "Away" }],
      workspaces: [{ organization: "home", name: "Support" }],
      tools: [{ organization: "home", name: "crm", type: "function" }],
    },
  });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const after = (operationId: string, fault: Partial<Fault>): void =>
  simulator.faults.add({ kind: "status", when: "after", operationId, ...fault });
const count = (name: string): number => {
  const { organizations, workspaces, tools, folders } = simulator.snapshot();
  return [...organizations, ...workspaces, ...tools, ...folders].filter((one) => one.name === name).length;
};

const creations: [string, string, Values][] = [
  ["Organization", "createOrganization", { name: "New" }],
  ["Workspace", "createWorkspace", { organization: "home", name: "New" }],
  ["OrganizationTool", "createOrganizationTool", { organization: "home", name: "New", type: "function" }],
  ["Folder", "createFolder", { organization: "home", name: "New" }],
];

describe.each(creations)("%s", (kind, create, inputs) => {
  test.each([307, 400, 402, 403, 404, 418])(
    "a creation that was carried out and refused with %i is unconfirmed, and the next up takes it",
    async (status) => {
      after(create, { status, body: { message: "no" } });
      const { state, error } = await hostSteps(simulator).tryUp(kind, undefined, inputs);
      expect(error).toBeInstanceOf(IncompleteError);
      expect(error?.message).toContain("one like it that was not there before");
      await hostSteps(simulator).up(kind, state, inputs);
      expect(count("New")).toBe(1);
    },
  );

  test("a creation that was refused and not carried out leaves nothing in the state", async () => {
    simulator.faults.add({ kind: "status", status: 403, operationId: create });
    const { state, error } = await hostSteps(simulator).tryUp(kind, undefined, inputs);
    expect(error).not.toBeInstanceOf(IncompleteError);
    expect(state).toBeUndefined();
  });

  test("a creation that was carried out and refused is unconfirmed when no list can be read, and the next up takes it", async () => {
    const list = { Organization: "listOrganizations", Workspace: "listOrganizationWorkspaces" }[kind];
    const listed = list ?? (kind === "Folder" ? "listDocuments" : "listOrganizationTools");
    after(create, { status: 400, body: { message: "no" } });
    simulator.faults.add({ kind: "status", status: 503, operationId: listed, skip: 1, times: Infinity });
    const { state } = await hostSteps(simulator).tryUp(kind, undefined, inputs);
    simulator.faults.clear();
    expect(state?.id).toBe("unconfirmed");
    await hostSteps(simulator).up(kind, state, inputs);
    expect(count("New")).toBe(1);
  });

  test("a creation that was carried out and returned 429 is not sent again, by the next up neither", async () => {
    after(create, { status: 429, body: { message: "slow down" } });
    const { state } = await hostSteps(simulator).tryUp(kind, undefined, inputs);
    await hostSteps(simulator).up(kind, state, inputs);
    expect(simulator.journal.count(create)).toBe(1);
    expect(count("New")).toBe(1);
  });
});

test("a creation whose response shows another object is found in the list", async () => {
  after("createOrganization", { status: 200, body: { organization: { id: 77, slug: "invented", name: "Invented" } } });
  const { id } = await hostSteps(simulator).create("Organization", { name: "New" });
  expect(simulator.snapshot().organizations.find(({ slug }) => slug === id)?.name).toBe("New");
});

test("a creation whose response shows an older namesake is not taken for it", async () => {
  const away = simulator.snapshot().organizations.find(({ slug }) => slug === "away");
  after("createOrganization", { status: 200, body: { organization: away } });
  const { id } = await hostSteps(simulator).create("Organization", { name: "Away" });
  expect(id).not.toBe("away");
  expect(count("Away")).toBe(2);
});

test("a folder whose creation returns OK and creates nothing is created all the same", async () => {
  simulator.faults.add({ kind: "text", status: 200, body: "OK", when: "before", operationId: "createFolder" });
  await hostSteps(simulator).create("Folder", { organization: "home", name: "New" });
  expect(count("New")).toBe(1);
});

test("an attachment that returns 200 and attaches nothing is an error, and the next create attaches the tool", async () => {
  simulator.faults.add({ kind: "status", status: 200, body: {}, when: "before", operationId: "attachWorkspaceTool" });
  const tool = String(simulator.snapshot().tools[0]?.id);
  const edge = { workspace: "support", tool };
  await expect(hostSteps(simulator).create("ToolAttachment", edge)).rejects.toThrow(/attachWorkspaceTool/);
  await hostSteps(simulator).create("ToolAttachment", edge);
  expect(simulator.snapshot().toolAttachments).toHaveLength(1);
});

const support = { id: "support", outputs: { organization: "home", name: "Support" } };

test.each([303, 403, 500])("a deletion that was carried out and failed with %i is done", async (status) => {
  after("deleteWorkspace", { status, body: { message: "no" }, times: Infinity });
  await hostSteps(simulator).remove("Workspace", support);
  expect(count("Support")).toBe(0);
});

test("a deletion that failed and was not carried out keeps its own error", async () => {
  simulator.faults.add({ kind: "status", status: 500, operationId: "deleteWorkspace", times: Infinity });
  await expect(hostSteps(simulator).remove("Workspace", support)).rejects.toThrow(/deleteWorkspace.*500/);
});

test("a deletion that returns success with other fields and deletes nothing is an error", async () => {
  const body = { success: true, documents: [] };
  simulator.faults.add({ kind: "status", status: 200, body, when: "before", operationId: "deleteOrganizationTool" });
  const tool = { id: `home/${simulator.snapshot().tools[0]?.id}`, outputs: { organization: "home", name: "crm" } };
  await expect(hostSteps(simulator).remove("OrganizationTool", tool)).rejects.toThrow(/shows that it exists/);
});

test("an update whose response shows another object is read back, and fails when the read fails", async () => {
  const inputs = { organization: "home", name: "Support", topN: 9 };
  const body = { workspace: { id: 99, slug: "other", topN: 9 } };
  after("updateWorkspace", { status: 200, body, when: "before" });
  const { outputs } = await hostSteps(simulator).update("Workspace", support, inputs);
  expect(outputs["topN"]).toBe(simulator.snapshot().workspaces[0]?.topN);
  after("updateWorkspace", { status: 200, body, when: "before" });
  simulator.faults.add({ kind: "status", status: 403, operationId: "getWorkspace", times: Infinity });
  await expect(hostSteps(simulator).update("Workspace", support, inputs)).rejects.toThrow(/getWorkspace/);
});

test("a create whose list returns 206 fails before the creation is sent", async () => {
  simulator.faults.add({
    kind: "status",
    status: 206,
    body: { workspaces: [] },
    operationId: "listOrganizationWorkspaces",
    times: Infinity,
  });
  const inputs = { organization: "home", name: "New" };
  await expect(hostSteps(simulator).create("Workspace", inputs)).rejects.toThrow(/206/);
  expect(simulator.journal.count("createWorkspace")).toBe(0);
});
