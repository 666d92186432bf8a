import { type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone/native";
import { type TestStack } from "../support/stack";
import { newKey, oldKey, rotatedKeyStack } from "../support/stack/rotated-key-stack";

let simulator: Simulator;
let stack: TestStack;
const program = () => void new lumenone.Organization("acme");

beforeAll(async () => {
  ({ simulator, stack } = await rotatedKeyStack(program));
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
