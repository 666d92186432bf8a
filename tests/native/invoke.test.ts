import * as pulumi from "@pulumi/pulumi";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { lumenoneConfig } from "../support/lumenone-config";
import { testStack, type TestStack } from "../support/stack";

/** Data functions as programs of other languages call them: through the engine and the plugin. */
let simulator: Simulator;
let stack: TestStack;

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Acme Inc." }],
      workspaces: [{ organization: "acme-inc", name: "Support" }],
      tools: [{ organization: "acme-inc", name: "crm", type: "function", config: { token: "credential-4817" } }],
    },
  });
  stack = await testStack({ config: lumenoneConfig(simulator) });
});
afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

const call = (name: string, args: Record<string, unknown> = {}) =>
  pulumi.runtime.invokeOutput<Record<string, unknown>>(`lumenone:index:${name}`, args, {});

test("a function returns what LumenOne has, with the schema's names", async () => {
  const up = await stack.up(() => ({
    listed: call("getWorkspaces", { organization: "acme-inc" }),
    status: call("getAuthStatus"),
  }));
  expect(up.outputs["status"]).toEqual({ authenticated: true });
  const [workspace] = (up.outputs["listed"] as { workspaces: Record<string, unknown>[] }).workspaces;
  expect(workspace).toMatchObject({ name: "Support", slug: "support", hexSlug: "737570706f7274" });
  const text = fs.readFileSync(path.resolve(__dirname, "../../provider/schema/schema.json"), "utf8");
  const schema = JSON.parse(text) as { types: Record<string, { properties: object }> };
  const known = Object.keys(schema.types["lumenone:index:WorkspaceResult"]!.properties);
  expect(Object.keys(workspace ?? {}).filter((name) => !known.includes(name))).toEqual([]);
});

test("ids that LumenOne has as numbers or as texts are texts, as the schema says", async () => {
  const up = await stack.up(() => ({
    one: call("getOrganization", { organization: "acme-inc" }),
    all: call("getWorkspaces", { organization: "acme-inc" }),
  }));
  expect(up.outputs).toMatchObject({ one: { id: "1" }, all: { workspaces: [{ id: "1", topN: 4 }] } });
});

test("a result with credentials is secret in the state", async () => {
  const up = await stack.up(() => ({ tools: call("getOrganizationTools", { organization: "acme-inc" }) }));
  expect(JSON.stringify(up.outputs)).not.toContain("credential-4817");
  expect(stack.stateFile().bytes.toString()).not.toContain("credential-4817");
  expect(JSON.stringify(await stack.outputs())).toContain("credential-4817");
});

test("a function that LumenOne refuses fails with its reason, and an unknown one with its name", async () => {
  const refused = await stack.up(() => ({ it: call("getWorkspaces", { organization: "nowhere" }) }), {
    expectFailure: true,
  });
  expect(refused.errors.join()).toMatch(/listOrganizationWorkspaces .*404/);
  const unknown = await stack.up(() => ({ it: call("getEverything") }), { expectFailure: true });
  expect(unknown.errors.join()).toMatch(/does not have the function "getEverything"/);
});
