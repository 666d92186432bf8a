import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { lumenoneConfig } from "../../support/lumenone-config";
import { scenarioSeed, secondAccount } from "../../support/scenarios/seed";
import { type Program, testStack, type TestStack } from "../../support/stack";

/** A protected organization keeps what is inside, whatever would take it away. */
let simulator: Simulator;
let stack: TestStack;

beforeAll(async () => {
  simulator = await createSimulator({ seed: scenarioSeed });
});
beforeEach(async () => {
  simulator.reset();
  stack = await testStack({ config: lumenoneConfig(simulator) });
});
afterEach(() => stack.dispose());
afterAll(() => simulator.close());

const declared =
  (args: lumenone.OrganizationArgs): Program =>
  () => {
    const organization = new lumenone.Organization("safe", { forceDestroy: true, ...args });
    new lumenone.Workspace("inside", { organization }, { parent: organization });
    new lumenone.OrganizationTool("hammer", { organization, type: "function" });
    return Promise.resolve();
  };
const nothing: Program = () => Promise.resolve();
const on = { deletionProtection: true };
const failing = { expectFailure: true } as const;

const urnOf = async (name: string) => {
  const { resources = [] } = await stack.export();
  return resources.find(({ urn }) => urn.endsWith(`::${name}`))?.urn ?? "";
};

function expectAll(): void {
  const { organizations, workspaces, tools } = simulator.snapshot();
  expect(organizations.map(({ name }) => name)).toEqual(["Seeded", "safe"]);
  expect(workspaces.map(({ name }) => name)).toEqual(["inside"]);
  expect(tools.map(({ name }) => name)).toEqual(["hammer"]);
}

test("another account is refused before anything is deleted", async () => {
  await stack.up(declared(on));
  const refused = await stack.up(declared({ ...on, accountId: secondAccount }), failing);
  expect(refused.errors.join("\n")).toMatch(/Organization \(safe\).*deletionProtection.*false/);
  expectAll();
  const both = await stack.up(declared({ deletionProtection: false, accountId: secondAccount }), failing);
  expect(both.errors.join("\n")).toMatch(/deletionProtection/);
  expectAll();
});

test("a protection that is an output holds against another account, too", async () => {
  const later = (args: lumenone.OrganizationArgs) => declared({ deletionProtection: pulumi.output(true), ...args });
  await stack.up(later({}));
  const refused = await stack.up(later({ accountId: secondAccount }), failing);
  expect(refused.errors.join("\n")).toMatch(/deletionProtection/);
  expectAll();
});

test("--replace, taint, destroy and leaving the program are refused before anything is deleted", async () => {
  await stack.up(declared(on));
  const replaced = await stack.up(declared(on), { ...failing, replace: [await urnOf("safe")] });
  expect(replaced.errors.join("\n")).toMatch(/unable to replace resource.*safe/);
  expectAll();
  // As a user types it: with the preview that stops it.
  for (const command of [
    ["destroy", "--yes"],
    ["up", "--yes"],
  ]) {
    const refused = await stack.run(command, failing, nothing);
    expect(refused.errors.join("\n")).toMatch(/safe.*cannot be deleted|protected/);
    expectAll();
  }
  await stack.command(["state", "taint", await urnOf("safe"), "--yes"]);
  await stack.up(declared(on), failing);
  expectAll();
});

test("what is inside can be removed, and without the protection all of it", async () => {
  await stack.up(declared(on));
  await stack.up(() => {
    new lumenone.Organization("safe", { forceDestroy: true, ...on });
    return Promise.resolve();
  });
  expect(simulator.snapshot().workspaces).toEqual([]);
  await stack.up(declared(on));
  await stack.up(declared({ deletionProtection: false }));
  expectAll();
  await stack.run(["destroy", "--yes"], {});
  expect(simulator.snapshot().organizations.map(({ name }) => name)).toEqual(["Seeded"]);
});

test("a program's own `protect: false` is kept, and deletionProtection still refuses a destroy", async () => {
  const unprotected: Program = () => {
    new lumenone.Organization("safe", on, { protect: false });
    return Promise.resolve();
  };
  await stack.up(unprotected);
  const { resources = [] } = await stack.export();
  expect(resources.find(({ urn }) => urn.endsWith("::safe"))).not.toHaveProperty("protect");
  expect((await stack.destroy(failing)).errors.join("\n")).toMatch(/deletionProtection: true/);
});
