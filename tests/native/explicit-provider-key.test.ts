import { createSimulator, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone/native";
import { lumenoneConfig } from "../support/lumenone-config";
import { testStack, type TestStack } from "../support/stack";
import { newKey, oldKey } from "../support/stack/rotated-key-stack";

/** Only the program knows the key of an explicit provider; the state has the one of the last `up`. */
let simulator: Simulator;
let stack: TestStack;
let key: string;

const program = () => {
  const provider = new lumenone.Provider("eu", {
    apiKey: key,
    baseUrl: simulator.url,
    accountId: simulator.accountId,
  });
  new lumenone.Organization("acme", {}, { provider });
};

beforeEach(async () => {
  simulator = await createSimulator({ seed: { apiKeys: [{ key: oldKey }] } });
  key = oldKey;
  // The stack's own key is right all the time, and is not the provider's.
  stack = await testStack({
    config: lumenoneConfig(simulator, { "lumenone:apiKey": { value: newKey, secret: true } }),
  });
  await stack.up(program);
  simulator.reset({ ...simulator.snapshot(), apiKeys: [{ key: newKey }] });
  key = newKey;
});
afterEach(async () => {
  await simulator?.close();
  stack?.dispose();
});

test("without the program, refresh and destroy use the key of the state, and name LumenOne's refusal", async () => {
  for (const command of ["refresh", "destroy"] as const) {
    const { errors } = await stack[command]({ expectFailure: true });
    expect(errors.join()).toMatch(/the key is wrong or revoked/);
    expect(errors.join()).not.toContain(oldKey);
  }
  expect(simulator.snapshot().organizations).toHaveLength(1);
});

test("after `pulumi up --target` of the provider, refresh and destroy use the new key", async () => {
  const { resources = [] } = await stack.export();
  const urn = resources.find(({ type }) => type === "pulumi:providers:lumenone")?.urn ?? "";
  const updated = await stack.up(program, { targets: [urn] });
  expect(updated.changed.map(({ op, name }) => [op, name])).toEqual([["update", "eu"]]);
  const refreshed = await stack.refresh();
  expect([refreshed.errors, refreshed.changed]).toEqual([[], []]);
  expect((await stack.destroy()).errors).toEqual([]);
  expect(simulator.snapshot().organizations).toEqual([]);
});

test("with --run-program, refresh and destroy use the key that the program gives", async () => {
  const refreshed = await stack.refresh({ program });
  expect([refreshed.errors, [...new Set(refreshed.changed.map(({ name }) => name))]]).toEqual([[], ["eu"]]);
  // The new key is in the state now: the next run needs no program.
  expect((await stack.refresh()).errors).toEqual([]);
  expect((await stack.destroy({ program })).errors).toEqual([]);
  expect(simulator.snapshot().organizations).toEqual([]);
});
