import { createSimulator } from "lumenone-simulator";
import { randomTenants } from "../../support/command/random-tenants";
import { tenantStack } from "../../support/command/tenant-stack";

const count = Number(process.env["TENANTS"] ?? 25);
const seed = Number(process.env["TENANTS_SEED"] ?? 20_261);

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

test("whatever LumenOne has, the program compiles and its preview is empty", async () => {
  const simulator = await createSimulator({ seed: randomTenants(count, seed) });
  ends.push(() => simulator.close());
  const stack = await tenantStack(simulator);
  ends.push(() => stack.dispose());
  const project = stack.project("random");
  const before = simulator.snapshot();

  // Types are checked too: TypeScript's own check is on.
  const applied = await stack.command("import", "--all", "--out", project, "--apply", "--stack", "dev", "--json");
  expect(applied.stderr).not.toMatch(/error|failed|not empty/);
  expect(applied.code).toBe(0);
  const { resources, notes } = JSON.parse(applied.stdout) as { resources: Record<string, number>; notes: string[] };
  const there = simulator.snapshot();
  expect(resources).toEqual({
    Organization: count,
    Workspace: there.workspaces.length,
    OrganizationTool: there.tools.length,
    Folder: there.folders.length,
    ToolAttachment: there.toolAttachments.length,
    VoiceConfig: there.voiceIntegrations.length,
  });
  expect(notes.length).toBeGreaterThan(0);
  // What was read was read only.
  expect(there).toEqual(before);
}, 240_000);
