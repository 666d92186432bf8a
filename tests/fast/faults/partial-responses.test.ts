import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { definitionOf } from "../../../provider/definitions/registry";
import { Subject } from "../../../provider/lifecycle/object/subject";
import { settle } from "../../../provider/lifecycle/steps/settle";
import { hostSteps } from "../../support/faults/host-steps";
import { memoryContext } from "../../support/memory-context";

/** Responses that show another value than was sent, or a part of the fields. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Home" }],
      workspaces: [{ organization: "home", name: "Support" }],
      tools: [{ organization: "home", name: "crm", type: "function" }],
    },
  });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const after = (operationId: string, fault: Partial<Fault>): void =>
  simulator.faults.add({ kind: "status", when: "after", operationId, ...fault });
const requests = () => simulator.journal.map(({ operationId }) => operationId);

test("an object of a kind without an update operation stays as it is, with a warning, where it differs from the declared one", async () => {
  const context = memoryContext();
  const declared = new Subject(definitionOf("Account"), context, { name: "Declared" }).at("1");
  const remote = { id: "1", name: "Another" };
  expect(await settle(declared, remote, false)).toBe(remote);
  expect(context.warnings.join()).toContain("LumenOne did not take name as declared");
});

describe("an update whose response shows one of two sent fields", () => {
  const declared = { organization: "home", name: "Support", adopt: true };

  test("keeps what was sent of the other one in the state, without a warning and without a read", async () => {
    const steps = hostSteps(simulator);
    const state = await steps.create("Workspace", declared);
    after("updateWorkspace", { status: 200, body: { success: true, workspace: { slug: "support", topN: 7 } } });
    simulator.journal.clear();
    const { outputs } = await steps.update("Workspace", state, { ...declared, topN: 7, openAiTemp: 0.3 });
    expect(outputs).toMatchObject({ topN: 7, openAiTemp: 0.3 });
    expect(steps.context.warnings).toEqual([]);
    expect(requests()).toEqual(["updateWorkspace"]);
  });
});

test("a name that is taken is reported as taken where the list that would show the id fails", async () => {
  const steps = hostSteps(simulator, { "lumenone:maxRetries": "0" });
  const inputs = { organization: "home", name: "crm", type: "function" };
  const outputs = { ...inputs, accountId: simulator.accountId, origin: simulator.url, unconfirmed: ["home/1"] };
  simulator.faults.add({
    kind: "status",
    status: 503,
    operationId: "listOrganizationTools",
    skip: 1,
    times: Infinity,
  });
  await expect(steps.up("OrganizationTool", { id: "unconfirmed", outputs }, inputs)).rejects.toThrow(
    "LumenOne already has an object of this name.",
  );
});

test("a list with null in place of a workspace does not prove that it is gone", async () => {
  const state = await hostSteps(simulator).create("Workspace", { organization: "home", name: "Support", adopt: true });
  simulator.faults.add({ kind: "status", status: 404, operationId: "getWorkspace", times: Infinity });
  after("listOrganizationWorkspaces", { status: 200, body: { success: true, workspaces: [null] }, times: Infinity });
  await expect(hostSteps(simulator).read("Workspace", state)).rejects.toThrow("It stays in the state");
});
