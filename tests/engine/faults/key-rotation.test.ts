import * as lumenone from "pulumi-lumenone";
import { type Simulator } from "lumenone-simulator";
import { type TestStack } from "../../support/stack";
import { newKey, oldKey, rotatedKeyStack } from "../../support/stack/rotated-key-stack";

let simulator: Simulator;
let stack: TestStack;

beforeAll(async () => {
  ({ simulator, stack } = await rotatedKeyStack(program));
});
afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

const program = () => void new lumenone.Organization("acme");

test("refresh, destroy and --refresh use the key in the state, and say how to go on", async () => {
  for (const failed of [
    await stack.up(program, { refresh: true, expectFailure: true }),
    await stack.refresh({ expectFailure: true }),
    await stack.destroy({ expectFailure: true }),
  ]) {
    const messages = failed.errors.join("\n");
    expect(messages).toMatch(/40[13]/);
    expect(messages).toMatch(/use the key that is in the state/);
    expect(messages).toMatch(/run `pulumi up` with a new key before/);
    expect(messages).not.toContain(oldKey);
    expect(messages).not.toContain(newKey);
  }
});

test("a refresh that runs the program uses the key of the config", async () => {
  expect((await stack.refresh({ program })).changed).toEqual([]);
});

test("an up writes the new key into the state: refresh and destroy work again", async () => {
  expect((await stack.up(program)).changed).toEqual([]);
  expect((await stack.refresh()).changed).toEqual([]);
  await stack.destroy();
  expect(simulator.snapshot().organizations).toEqual([]);
});
