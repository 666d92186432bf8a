import { createSimulator, type Simulator } from "lumenone-simulator";
import { kinds } from "../../../provider/dynamic/registry";
import { lumenoneConfig } from "../../support/faults/lumenone-config";
import { writeFaults } from "../../support/faults/write-faults";
import { scenarioSeed } from "../../support/scenarios/seed";
import { remotesOf } from "../../support/scenarios/remote";
import { subject, tenantProgram, writesOf } from "../../support/scenarios/tenant-program";
import { testStack, type TestStack } from "../../support/stack";

/** One stack of all kinds through the real CLI: every write goes wrong once. The fast matrix knows more faults. */
let simulator: Simulator;
let stack: TestStack;

beforeAll(async () => {
  simulator = await createSimulator({ seed: scenarioSeed });
  stack = await testStack({ config: lumenoneConfig(simulator, { "lumenone:timeoutSeconds": "1" }) });
});
afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

type Snapshot = ReturnType<Simulator["snapshot"]>;

const chosen = writeFaults.filter(({ name }) => ["resetAfter", "truncated", "timeout"].includes(name));

test.each(chosen)("$name: all is there once, and a preview is empty", async ({ fault }) => {
  simulator.reset();
  const seed = simulator.snapshot();
  const operations = new Set(kinds.flatMap(writesOf));
  for (const operationId of operations) simulator.faults.add({ ...fault(), operationId });

  const program = tenantProgram();
  await stack.up(program);
  const { resources = [] } = await stack.export();
  for (const kind of kinds) {
    const { id = "" } = resources.find(({ urn }) => urn.endsWith(`lumenone:${kind}::${subject}`)) ?? {};
    expect([kind, remotesOf(simulator, kind, id)]).toEqual([kind, [expect.anything()]]);
  }
  const { organizations, workspaces, tools } = simulator.snapshot();
  expect([organizations.length, workspaces.length, tools.length]).toEqual([3, 3, 3]);
  expect((await stack.preview(program)).changed).toEqual([]);

  await stack.destroy();
  expect(destroyable(simulator.snapshot())).toEqual(destroyable(seed));
});

/** All but what LumenOne cannot delete: it is forgotten, with a warning. */
function destroyable({ lastIds: _lastIds, accounts: _accounts, numberRequests: _numberRequests, ...rest }: Snapshot) {
  return rest;
}
