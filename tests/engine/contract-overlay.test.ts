import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone";
import { runCommand } from "../support/command/run-command";
import { tenDifferences } from "../support/contract-mutations/ten-differences";
import { typeOf } from "../support/host";
import { lumenoneConfig } from "../support/lumenone-config";
import { testStack, type TestStack } from "../support/stack";

let simulator: Simulator;
/** A LumenOne as it was released. */
let plain: Simulator;
let stack: TestStack;

beforeAll(async () => {
  stack = await testStack();
  const contract = join(stack.folder, "lumenone.overlay.yaml");
  writeFileSync(contract, tenDifferences);
  [simulator, plain] = await Promise.all([createSimulator({ contract }), createSimulator()]);
}, 60_000);
afterAll(async () => {
  await simulator?.close();
  await plain?.close();
});

function tenant(): void {
  const acme = new lumenone.Organization("acme", { name: "Acme", forceDestroy: true });
  const support = new lumenone.Workspace("support", { organization: acme, name: "Support", topN: 6 });
  const orders = new lumenone.OrganizationTool("orders", { organization: acme, name: "orders", type: "function" });
  new lumenone.ToolAttachment("support-orders", { workspace: support, tool: orders });
  new lumenone.Folder("handbook", { organization: acme, name: "handbook" });
  new lumenone.VoiceConfig("support", { workspace: support, firstMessage: "Hello" });
}

/** Two contracts in one stack: an empty text is the released one. */
function program(): void {
  tenant();
  const { apiKey, url: baseUrl, accountId } = plain;
  const other = new lumenone.Provider("other", { apiKey, baseUrl, accountId, contract: "" });
  new lumenone.Organization("other", { name: "Other" }, { provider: other });
}

test("against a LumenOne with ten differences, an overlay makes the whole life of a stack work", async () => {
  await stack.setConfig(lumenoneConfig(simulator));
  const without = await stack.up(tenant, { expectFailure: true });
  expect(without.errors.join("\n")).toMatch(/createOrganization .* failed: .*`pulumi-lumenone doctor --docs SITE`/);

  // The path begins at the project's folder, and not where this test runs.
  await stack.setConfig(lumenoneConfig(simulator, { "lumenone:contract": "lumenone.overlay.yaml" }));
  const up = await stack.up(program);
  expect(up.changed.filter(({ type }) => type.startsWith(typeOf("")))).toHaveLength(7);
  expect(plain.journal.map(({ path }) => path)).toContain("/api/v1/org/new");

  const before = simulator.journal.length;
  expect((await stack.preview(program)).changed).toEqual([]);
  expect(simulator.journal.length).toBe(before);

  await fetch(`${simulator.url}/api/v1/workspace/${Buffer.from("support").toString("hex")}/update`, {
    method: "PATCH",
    headers: {
      authorization: `Bearer ${simulator.apiKey}`,
      "x-account": simulator.accountId,
      "content-type": "application/json",
    },
    body: JSON.stringify({ top_n: 9 }),
  });
  const command = { simulator, env: { ...stack.env }, cwd: stack.folder };
  const drift = await runCommand(["drift", "--stack", "dev", "--json"], command);
  expect(JSON.parse(drift.stdout)).toMatchObject({ drift: [{ field: "topN", expected: 6, actual: 9 }] });

  const out = join(stack.folder, "imported");
  const imported = await runCommand(
    ["import", "--all", "--out", out, "--contract", "lumenone.overlay.yaml", "--json"],
    command,
  );
  expect(JSON.parse(imported.stdout)).toMatchObject({
    resources: { Workspace: 1, OrganizationTool: 1, VoiceConfig: 1 },
  });

  await stack.destroy();
  expect([...simulator.snapshot().organizations, ...plain.snapshot().organizations]).toEqual([]);
});
