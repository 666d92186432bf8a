import * as lumenone from "pulumi-lumenone";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { lumenoneConfig } from "../../support/lumenone-config";
import { scenarioSeed, secondAccount } from "../../support/scenarios/seed";
import { testStack, type TestStack } from "../../support/stack";

/** A resource of one host or account gets another one's provider. */
let here: Simulator;
let there: Simulator;
let stack: TestStack;

beforeAll(async () => {
  here = await createSimulator({ seed: scenarioSeed });
  there = await createSimulator({ seed: scenarioSeed });
});
afterAll(async () => {
  await here?.close();
  await there?.close();
});
beforeEach(() => [here, there].forEach((simulator) => simulator.reset()));
afterEach(() => stack.dispose());

const declared = (opts = {}) => {
  const acme = new lumenone.Organization("acme", {}, opts);
  new lumenone.Workspace("support", { organization: acme }, opts);
};
const program = () => declared();
const acmes = ({ account }: { account?: string } = {}) =>
  here.snapshot().organizations.filter(({ name, account: of }) => name === "acme" && (account ?? of) === of);

test("another account: replaced", async () => {
  stack = await testStack({ config: lumenoneConfig(here) });
  await stack.up(program);
  const moved = () => declared({ provider: new lumenone.Provider("second", { accountId: secondAccount }) });
  const planned = await stack.preview(moved);
  expect(planned.steps.find(({ name }) => name === "acme")).toMatchObject({ keys: ["accountId"] });
  await stack.up(moved);
  expect(acmes()).toMatchObject([{ account: secondAccount }]);
  expect(here.snapshot().workspaces).toHaveLength(1);
  expect((await stack.preview(moved)).changed).toEqual([]);
});

test("another host: refused by name in the preview, and no request with the old id goes there", async () => {
  stack = await testStack({ config: lumenoneConfig(here) });
  await stack.up(program);
  const moved = () =>
    declared({ provider: new lumenone.Provider("there", { baseUrl: there.url, apiKey: there.apiKey }) });
  for (const failed of [
    await stack.preview(moved, { expectFailure: true }),
    await stack.up(moved, { expectFailure: true }),
  ]) {
    expect(failed.errors.join("\n")).toContain(
      `it was made on ${here.url}, but this provider is configured for ${there.url}`,
    );
  }
  expect(there.journal.count()).toBe(0);
  expect(acmes()).toHaveLength(1);
});

test("another host for a refresh and a destroy: refused; with allowOriginChange it is the same host renamed", async () => {
  const { "lumenone:baseUrl": _, ...config } = lumenoneConfig(here);
  stack = await testStack({ config });
  const at = ({ url }: Simulator) => ({ env: { LUMENONE_BASE_URL: url } });
  await stack.up(program, at(here));
  for (const failed of [
    await stack.refresh({ ...at(there), expectFailure: true }),
    await stack.destroy({ ...at(there), expectFailure: true }),
  ]) {
    expect(failed.errors.join("\n")).toContain(
      `it was made on ${here.url}, but this provider is configured for ${there.url}`,
    );
    expect(failed.errors.join("\n")).toContain("lumenone:allowOriginChange");
  }
  expect(there.journal.count()).toBe(0);

  there.reset(here.snapshot());
  await stack.setConfig({ ...config, "lumenone:allowOriginChange": "true" });
  expect((await stack.up(program, at(there))).changed).toEqual([]);
  expect((await stack.refresh(at(there))).changed).toEqual([]);
  await stack.destroy(at(there));
  expect(there.snapshot().organizations.map(({ name }) => name)).toEqual(["Seeded"]);
  expect(acmes()).toHaveLength(1);
});
