import { createSimulator, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone/native";
import { lumenoneConfig } from "../support/lumenone-config";
import { testStack, type TestStack } from "../support/stack";

/** The state has the old key, which is revoked; the stack's configuration has the new one. No `up` comes between. */
const oldKey = "old-key-0123456789abcdef";
const newKey = "new-key-0123456789abcdef";
let simulator: Simulator;
let stack: TestStack;
const program = () => void new lumenone.Organization("acme");

beforeAll(async () => {
  simulator = await createSimulator({ seed: { apiKeys: [{ key: oldKey }] } });
  stack = await testStack({ config: lumenoneConfig(simulator) });
  await stack.up(program);
  simulator.reset({ ...simulator.snapshot(), apiKeys: [{ key: newKey }] });
  await stack.setConfig(lumenoneConfig(simulator, { "lumenone:apiKey": { value: newKey, secret: true } }));
});
afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

test("refresh works with the key of the configuration", async () => {
  const refresh = await stack.refresh();
  expect([refresh.errors, refresh.changed]).toEqual([[], []]);
});

test("refresh reports drift with the key of the configuration", async () => {
  const [organization] = simulator.snapshot().organizations;
  simulator.reset({ ...simulator.snapshot(), organizations: [{ ...organization!, name: "Renamed" }] });
  expect((await stack.refresh()).changed.map(({ op, diffs }) => [op, diffs])).toEqual([["update", ["name"]]]);
});

test("destroy works with the key of the configuration, and no key stands in the state in clear", async () => {
  const state = stack.stateFile().bytes.toString();
  expect([state.includes(oldKey), state.includes(newKey)]).toEqual([false, false]);
  const destroyed = await stack.destroy();
  expect(destroyed.errors).toEqual([]);
  expect(simulator.snapshot().organizations).toEqual([]);
});
