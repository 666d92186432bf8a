import { createSimulator, type Simulator } from "lumenone-simulator";
import { IncompleteError } from "../../../provider/lifecycle/errors/incomplete-error";
import { hostSteps } from "../../support/faults/host-steps";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({
    seed: { organizations: [{ name: "Home" }], tools: [{ organization: "home", name: "crm", type: "function" }] },
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

test("an adoption whose write was refused keeps its object: the state has its mark, and a twin of the program is refused", async () => {
  simulator.reset();
  simulator.faults.add({ operationId: "updateOrganizationTool", kind: "status", status: 400 });
  const host = hostSteps(simulator);
  const { state, error } = await host.tryUp("OrganizationTool", undefined, inputs);
  expect(error).toBeInstanceOf(IncompleteError);
  expect(state?.outputs["mark"]).toMatch(/^[0-9a-f]{8}$/);
  await expect(host.create("OrganizationTool", { ...inputs })).rejects.toThrow("this program declares it twice");
});
