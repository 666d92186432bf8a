import { createSimulator, type Simulator } from "lumenone-simulator";
import { type OperationId } from "../../../provider/client/contract/contract";
import { IncompleteError } from "../../../provider/lifecycle/errors/incomplete-error";
import { hostSteps } from "../../support/faults/host-steps";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Home" }, { name: "Away" }],
      tools: [{ organization: "home", name: "crm", type: "function" }],
    },
  });
});
afterAll(() => simulator.close());

const inputs = {
  organization: "home",
  name: "crm",
  type: "function",
  config: { token: "hush-hush" },
  adopt: true,
};

test.each(["maskedSecrets", "missingSecrets"] as const)(
  "a secret that was not written is not taken for written after a refresh that does not show it: %s",
  async (kind) => {
    simulator.reset();
    simulator.faults.add({ operationId: "updateOrganizationTool", kind: "status", status: 400 });
    const { state, error } = await hostSteps(simulator).tryUp("OrganizationTool", undefined, inputs);
    expect(error).toBeInstanceOf(IncompleteError);

    simulator.faults.add({ operationId: "listOrganizationTools", kind, times: Infinity });
    const refreshed = await hostSteps(simulator).read("OrganizationTool", state!);
    simulator.journal.clear();
    const made = await hostSteps(simulator).up("OrganizationTool", refreshed, inputs);
    expect(simulator.snapshot().tools).toMatchObject([{ name: "crm", config: { token: "hush-hush" } }]);
    expect(simulator.journal.writes()).toHaveLength(1);
    expect(await hostSteps(simulator).diff("OrganizationTool", made, inputs)).toMatchObject({ incomplete: [] });
  },
);

const refuseUpdates = (operationId: OperationId) => simulator.faults.add({ operationId, kind: "status", status: 400 });

test("an adoption whose write was refused keeps its object: the state has its mark, and a twin of the program is refused", async () => {
  simulator.reset();
  refuseUpdates("updateOrganizationTool");
  const host = hostSteps(simulator);
  const { state, error } = await host.tryUp("OrganizationTool", undefined, inputs);
  expect(error).toBeInstanceOf(IncompleteError);
  expect(state?.outputs["mark"]).toMatch(/^[0-9a-f]{8}$/);
  await expect(host.create("OrganizationTool", { ...inputs })).rejects.toThrow("this program declares it twice");
});

test("an object that was taken over, but not completed, stays when the resource that stood for it before leaves the state", async () => {
  simulator.reset();
  const [tool] = simulator.snapshot().tools;
  const { state: former } = await hostSteps(simulator).tryUp("OrganizationTool", undefined, inputs);
  const { mark: _, ...outputs } = former!.outputs;
  refuseUpdates("updateOrganizationTool");
  const { state, error } = await hostSteps(simulator).tryUp("OrganizationTool", undefined, inputs);
  expect(error).toBeInstanceOf(IncompleteError);

  // The next run is another process: only the state says that two resources stand for the tool.
  const host = hostSteps(simulator);
  await host.up("OrganizationTool", state, { ...inputs, description: "Changed since" });
  await host.remove("OrganizationTool", { id: former!.id, outputs });
  expect(simulator.snapshot().tools).toMatchObject([{ id: tool!.id, description: "Changed since" }]);
  expect(host.context.warnings).toEqual([
    expect.stringContaining("another resource of this program stands for it, too"),
  ]);
});

test("a replacement that was made, but not completed, still says in whose place it was made", async () => {
  simulator.reset();
  simulator.person.add("workspaces", { organization: "away", name: "Desk" });
  const workspace = { organization: "home", name: "Desk" };
  const former = await hostSteps(simulator).create("Workspace", workspace);
  const host = hostSteps(simulator);
  const moved = { organization: "away", name: "Desk", topN: 7, adopt: true };
  expect(await host.diff("Workspace", former, moved)).toMatchObject({ replaces: ["organization"] });
  refuseUpdates("updateWorkspace");
  const { state, error } = await host.tryUp("Workspace", undefined, moved);
  expect(error).toBeInstanceOf(IncompleteError);
  expect(state?.outputs["insteadOf"]).toBe(former.id);
});
