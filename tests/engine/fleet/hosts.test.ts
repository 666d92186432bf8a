import { createSimulator, type Simulator } from "lumenone-simulator";
import { kindOfType } from "../../../provider/definitions/resource-type";
import { runCommand } from "../../support/command/run-command";
import { fifteen, type FleetProject, fleetProject } from "../../support/fleet/fleet-project";

jest.setTimeout(300_000);

/** A fleet on each host, and from one to the other. Its workers serve the providers themselves. */
let simulator: Simulator;
let project: FleetProject;
const tenants = ["t0", "t1"];

beforeEach(async () => {
  simulator = await createSimulator();
  project = await fleetProject(simulator);
  for (const tenant of tenants) project.write(`tenants/${tenant}.yaml`, fifteen(`Tenant ${tenant}`));
});
afterEach(async () => {
  project.dispose();
  await simulator.close();
});

/** Types of our resources in a tenant's state, without their kinds. */
async function typesOf(stack: string): Promise<string[]> {
  const { stdout } = await project.pulumi("stack", "export", "--stack", stack);
  const { deployment } = JSON.parse(stdout) as { deployment: { resources: { type: string }[] } };
  const ours = deployment.resources.filter(({ type }) => kindOfType(type) && !type.endsWith(":Tenant"));
  return [...new Set(ours.map(({ type }) => type.replace(/\w+$/, "")))];
}

const expectUnchanged = async (...args: string[]) => {
  simulator.journal.clear();
  const preview = await project.run("preview", "--expect-no-changes", ...args);
  expect([preview.code, preview.tenants.map(({ status }) => status)]).toEqual([0, ["unchanged", "unchanged"]]);
  expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([]);
};

test("a stack that a worker brought up has no change in plain `pulumi preview`, and `destroy` works", async () => {
  expect((await project.run("up")).code).toBe(0);
  expect(await typesOf("t0")).toEqual(["pulumi-nodejs:dynamic/lumenone:"]);
  const preview = await project.pulumi("preview", "--expect-no-changes", "--stack", "t0");
  expect([preview.code, preview.stderr]).toEqual([0, expect.any(String)]);
  const destroyed = await project.pulumi("destroy", "--yes", "--skip-preview", "--stack", "t0");
  expect(destroyed.code).toBe(0);
  expect(simulator.snapshot().organizations).toHaveLength(1);
});

test("a fleet migrates as a whole, resumes where it was cut off, and goes on as a native one", async () => {
  expect((await project.run("up")).code).toBe(0);
  const migrate = (...args: string[]) =>
    runCommand(["migrate", "--json", "--yes", ...args], { cwd: project.folder, env: project.stack.env });
  project.write("Pulumi.yaml", "name: fleet\nruntime: nodejs\nmain: index.ts\nconfig:\n  lumenone:native: true\n");
  // As after a run that was cut off: one tenant is done.
  expect((await migrate("--stack", "t0")).code).toBe(0);
  const rest = await migrate("--all");
  const { stacks } = JSON.parse(rest.stdout) as { stacks: { stack: string; count: number }[] };
  expect([rest.code, stacks.map(({ stack, count }) => [stack, count > 0])]).toEqual([
    0,
    [
      ["t0", false],
      ["t1", true],
    ],
  ]);
  for (const tenant of tenants) expect(await typesOf(tenant)).toEqual(["lumenone:index:"]);
  await expectUnchanged();
  const support = simulator.snapshot().workspaces.find(({ topN }) => topN === 6)!;
  simulator.person.change("workspaces", Number(support.id), { topN: 9 });
  const drift = await project.run("drift");
  expect([
    drift.code,
    drift.tenants.flatMap((tenant) => tenant.drift ?? []).map(({ kind, field }) => [kind, field]),
  ]).toEqual([2, [["Workspace", "topN"]]]);
  const destroyed = await project.run("destroy");
  expect([destroyed.code, simulator.snapshot().organizations]).toEqual([0, []]);
});

test("--native brings a fleet up on the plugin, without a plugin installed", async () => {
  expect((await project.run("up", "--native")).code).toBe(0);
  expect(await typesOf("t1")).toEqual(["lumenone:index:"]);
  await expectUnchanged("--native");
  expect((await project.run("destroy", "--native")).code).toBe(0);
  expect(simulator.snapshot().organizations).toEqual([]);
});
