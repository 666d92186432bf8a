import * as lumenone from "pulumi-lumenone";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { lumenoneConfig } from "../../support/lumenone-config";
import { testStack, type TestStack } from "../../support/stack";

/** A create of several calls that fails half-way: the object is taken over, and bringing it to the declared state fails. */
let simulator: Simulator;
let stack: TestStack;

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Home" }],
      workspaces: [{ organization: "home", name: "Support" }],
      tools: [{ organization: "home", name: "crm", type: "function" }],
    },
  });
});
beforeEach(async () => {
  simulator.reset();
  stack = await testStack({ config: lumenoneConfig(simulator) });
});
afterEach(() => stack.dispose());
afterAll(() => simulator.close());

const program = () => {
  const adopt = true;
  new lumenone.Workspace("support", { organization: "home", name: "Support", topN: 9, openAiTemp: 0.5, adopt });
  new lumenone.OrganizationTool("crm", { organization: "home", type: "function", config: { token: "hush" }, adopt });
};

test.each([
  ["a half-done create is completed by the next up, with one write each", false],
  ["a half-done create is completed by the next up after a refresh, with one write each", true],
])("%s", async (_what, refresh) => {
  simulator.faults.add({ operationId: "updateWorkspace", kind: "status", status: 400 });
  simulator.faults.add({ operationId: "updateOrganizationTool", kind: "status", status: 400 });
  const failed = await stack.up(program, { expectFailure: true, args: ["--continue-on-error"] });
  const messages = failed.errors.join("\n");
  expect(messages).toMatch(/Workspace \(support\) exists now, but openAiTemp, topN could not be set/);
  expect(messages).toMatch(/OrganizationTool \(home\/\d+\) exists now, but config could not be set/);
  const { resources = [] } = await stack.export();
  expect(resources.filter(({ type }) => type.includes("lumenone")).map(({ id }) => id)).toContain("support");

  if (refresh) {
    simulator.faults.add({ operationId: "listOrganizationTools", kind: "maskedSecrets", times: Infinity });
    await stack.refresh();
  }
  simulator.journal.clear();
  await stack.up(program);
  expect(
    simulator.journal
      .writes()
      .map(({ operationId }) => operationId)
      .sort(),
  ).toEqual(["updateOrganizationTool", "updateWorkspace"]);
  expect(simulator.snapshot().workspaces).toMatchObject([{ topN: 9, openAiTemp: 0.5 }]);
  expect(simulator.snapshot().tools).toMatchObject([{ config: { token: "hush" } }]);
  expect((await stack.preview(program)).changed).toEqual([]);
});
