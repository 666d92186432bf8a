import { createSimulator, type Simulator } from "lumenone-simulator";
import { hostSteps } from "../../support/faults/host-steps";

/** What a deletion does when the response to it is not the expected one, or when it must not be sent. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Home" }, { name: "Away" }] } });
});
afterAll(() => simulator?.close());
beforeEach(() => simulator.reset());

const tool = { organization: "home", name: "crm", type: "http" };
const tools = () => simulator.snapshot().tools.map(({ name }) => name);

describe("an organization with deletion protection", () => {
  const inputs = { name: "Acme", deletionProtection: true };

  test("is not deleted, and no request is sent, until the protection is off in the state", async () => {
    const made = await hostSteps(simulator).create("Organization", inputs);
    simulator.journal.clear();
    await expect(hostSteps(simulator).remove("Organization", made)).rejects.toThrow(
      "it is protected by `deletionProtection: true` and was not deleted",
    );
    expect(simulator.journal.count()).toBe(0);

    const host = hostSteps(simulator);
    const freed = await host.update("Organization", made, { ...inputs, deletionProtection: false });
    expect(simulator.journal.count()).toBe(0);
    await host.remove("Organization", freed);
    expect(simulator.snapshot().organizations.map(({ slug }) => slug)).toEqual(["home", "away"]);
  });

  test("is not replaced either, which the diff says", async () => {
    const made = await hostSteps(simulator).create("Organization", inputs);
    const elsewhere = { ...inputs, accountId: "99999999-9999-4999-8999-999999999999" };
    await expect(hostSteps(simulator).diff("Organization", made, elsewhere)).rejects.toThrow("it is protected");
    const freed = { ...made, outputs: { ...made.outputs, deletionProtection: false } };
    expect(await hostSteps(simulator).diff("Organization", freed, elsewhere)).toMatchObject({
      replaces: ["accountId"],
    });
  });
});

describe("a deletion that LumenOne refuses with 400, as it does with some unknown objects", () => {
  const refuse = () => {
    const body = { success: false, error: "No tool found" };
    simulator.faults.add({ operationId: "deleteOrganizationTool", kind: "status", status: 400, body });
  };

  test("is done when the object is gone", async () => {
    const made = await hostSteps(simulator).create("OrganizationTool", tool);
    simulator.person.remove("tools", 1);
    refuse();
    await expect(hostSteps(simulator).remove("OrganizationTool", made)).resolves.toBeUndefined();
  });

  test("fails with LumenOne's words when the object is there", async () => {
    const made = await hostSteps(simulator).create("OrganizationTool", tool);
    refuse();
    await expect(hostSteps(simulator).remove("OrganizationTool", made)).rejects.toThrow(
      /deleteOrganizationTool \(DELETE \S+\) came back with 400, "No tool found", but listOrganizationTools shows/,
    );
    expect(tools()).toEqual(["crm"]);
  });
});

test("a deletion that is refused for another reason fails with that", async () => {
  const made = await hostSteps(simulator).create("OrganizationTool", tool);
  simulator.faults.add({ operationId: "deleteOrganizationTool", kind: "status", status: 403 });
  await expect(hostSteps(simulator).remove("OrganizationTool", made)).rejects.toThrow(/deleteOrganizationTool.*403/);
  expect(tools()).toEqual(["crm"]);
});

test.each([
  ["its response is lost, and its repetition returns 404", "resetAfter"],
  ["it returns 500", "status", 500],
  ["it returns 403", "status", 403],
] as const)(
  "a deletion that was carried out is done, whatever was listed before: %s",
  async (_, kind, status = 500) => {
    const host = hostSteps(simulator, kind === "status" ? { "lumenone:maxRetries": "0" } : {});
    const made = await host.create("OrganizationTool", tool);
    const other = await host.create("OrganizationTool", { ...tool, name: "erp" });
    simulator.person.remove("tools", 2);
    // Its proof is a list that has the first tool.
    expect(await host.read("OrganizationTool", other)).toBeUndefined();
    simulator.faults.add({ operationId: "deleteOrganizationTool", kind, status, when: "after" });
    await expect(host.remove("OrganizationTool", made)).resolves.toBeUndefined();
    expect(tools()).toEqual([]);
  },
);

describe("a resource of which nobody knows whether it was made", () => {
  async function lost(when: "resetAfter" | "resetBefore") {
    simulator.faults.add({ operationId: "createWorkspace", kind: when });
    simulator.faults.add({
      operationId: "listOrganizationWorkspaces",
      kind: "status",
      status: 503,
      skip: 1,
      times: Infinity,
    });
    const { state } = await hostSteps(simulator).tryUp("Workspace", undefined, { organization: "home", name: "Desk" });
    simulator.faults.clear();
    expect(state?.id).toBe("unconfirmed");
    return state!;
  }

  test("leaves the state without a word when it was not made", async () => {
    const host = hostSteps(simulator);
    await host.remove("Workspace", await lost("resetBefore"));
    expect(host.context.warnings).toEqual([]);
  });

  test("leaves the state without a word when another one of this program has been made in its place", async () => {
    const host = hostSteps(simulator);
    const state = await lost("resetAfter");
    const found = await host.up("Workspace", state, { organization: "home", name: "Desk" });
    expect(found.id).toBe("desk");
    expect(host.context.warnings).toEqual([expect.stringContaining("so it is taken for it")]);
  });

  test("is found, and not adopted, also when the program has come to adopt", async () => {
    simulator.person.add("workspaces", { organization: "home", name: "Desk" });
    const state = await lost("resetAfter");
    const host = hostSteps(simulator);
    const found = await host.up("Workspace", state, { organization: "home", name: "Desk", adopt: true });
    expect(found.id).not.toBe("desk");
    expect(simulator.snapshot().workspaces.map(({ slug }) => slug)).toEqual(["desk", found.id]);
  });

  test("is to be replaced, which a diff says, and nothing else", async () => {
    const state = await lost("resetAfter");
    expect(await hostSteps(simulator).diff("Workspace", state, { organization: "home", name: "Desk" })).toEqual({
      changed: [],
      replaces: ["id"],
      deleteBeforeReplace: false,
      incomplete: ["id"],
    });
  });
});

test("a tool that was replaced is deleted", async () => {
  const made = await hostSteps(simulator).create("OrganizationTool", tool);
  const host = hostSteps(simulator);
  const moved = { ...tool, organization: "away" };
  expect(await host.diff("OrganizationTool", made, moved)).toMatchObject({ replaces: ["organization"] });
  const next = await host.create("OrganizationTool", moved);
  await host.remove("OrganizationTool", made);
  expect(simulator.snapshot().tools.map(({ id }) => `away/${id}`)).toEqual([next.id]);
  expect(host.context.warnings).toEqual([]);
});

describe("a tool that the engine replaces, as `replaceOnChanges` has it", () => {
  test.each([
    ["of the same name is made after the deletion", { ...tool, type: "function" }, true],
    ["of another name is made before it", { ...tool, type: "function", name: "erp" }, false],
    ["in another organization is made before it", { ...tool, organization: "away" }, false],
  ])("%s", async (_, news, deleteBeforeReplace) => {
    const made = await hostSteps(simulator).create("OrganizationTool", tool);
    expect(await hostSteps(simulator).diff("OrganizationTool", made, news)).toMatchObject({ deleteBeforeReplace });
  });
});
