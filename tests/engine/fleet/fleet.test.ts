import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { inventory } from "../../support/fleet/doubled";
import { fifteen, type FleetProject, fleetProject } from "../../support/fleet/fleet-project";

jest.setTimeout(300_000);

let simulator: Simulator;
let project: FleetProject;

beforeEach(async () => {
  simulator = await createSimulator({ latency: 20 });
  project = await fleetProject(simulator);
});
afterEach(async () => {
  project.dispose();
  await simulator.close();
});

const statuses = (tenants: readonly { stack: string; status: string }[]) =>
  Object.fromEntries(tenants.map(({ stack, status }) => [stack, status]));

test("up, an empty preview, one change, drift, a file that is gone, destroy", async () => {
  for (const name of ["acme", "globex"]) project.write(`tenants/${name}.yaml`, fifteen(name));
  const up = await project.fleet("up", "--summary", "summary.md");
  expect([up.code, up.stderr]).toEqual([0, expect.stringMatching(/\[2\/2\] \w+: changed \(\d+ create\), /)]);
  // Plain lines, without a terminal.
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there.
  expect(up.stdout + up.stderr).not.toMatch(/[\u001b\r]/);
  expect(up.stdout).toMatch(/^2 tenants: 2 changed; up took \d+ s\.\n\n\| tenant/);
  expect(fs.readFileSync(path.join(project.folder, "summary.md"), "utf8")).toBe(up.stdout);
  expect(
    simulator
      .snapshot()
      .organizations.map(({ name }) => name)
      .sort(),
  ).toEqual(["acme", "globex"]);

  simulator.journal.clear();
  const preview = await project.run("preview", "--expect-no-changes");
  expect([preview.code, statuses(preview.tenants)]).toEqual([0, { acme: "unchanged", globex: "unchanged" }]);
  expect(simulator.journal.writes()).toEqual([]);
  // The project's own program is the same.
  expect(await project.pulumi("preview", "--stack", "acme", "--expect-no-changes")).toMatchObject({ code: 0 });

  simulator.person.change("workspaces", "support", { topN: 9 });
  const drift = await project.run("drift");
  expect([drift.code, drift.tenants.map(({ status }) => status).sort()]).toEqual([2, ["changed", "unchanged"]]);
  expect(drift.tenants.flatMap((tenant) => tenant.drift ?? [])).toMatchObject([
    { kind: "Workspace", field: "topN", expected: 6, actual: 9 },
  ]);
  expect((await project.run("refresh")).code).toBe(0);
  expect((await project.run("drift")).code).toBe(0);
  expect((await project.run("up")).tenants.map(({ status }) => status).sort()).toEqual(["changed", "unchanged"]);

  project.remove("tenants/globex.yaml");
  const left = await project.run("up");
  expect([left.code, statuses(left.tenants)]).toEqual([0, { acme: "unchanged", globex: "left" }]);
  expect(left.tenants[1]?.remedy).toContain("--prune");
  expect(simulator.snapshot().organizations).toHaveLength(2);
  const pruned = await project.run("up", "--prune");
  expect([pruned.code, statuses(pruned.tenants)]).toEqual([0, { acme: "unchanged", globex: "removed" }]);
  expect(simulator.snapshot().organizations.map(({ name }) => name)).toEqual(["acme"]);

  const destroyed = await project.run("destroy", "--remove");
  expect([destroyed.code, statuses(destroyed.tenants)]).toEqual([0, { acme: "removed" }]);
  expect(simulator.snapshot().organizations).toEqual([]);
});

test("the first Ctrl-C lets what is under way end and begins nothing more, a second one ends it half-way", async () => {
  for (const name of ["t0", "t1", "t2"]) project.write(`tenants/${name}.yaml`, fifteen(name));
  const hasBegun = () => simulator.snapshot().organizations.length > 0;
  const once = await project.interrupted("up", hasBegun, 1, "--parallel", "1");
  expect(once.code).toBe(1);
  expect(once.stdout).toMatch(/^3 tenants: 1 changed, 2 stopped; up took/);
  expect(simulator.snapshot().organizations.map(({ name }) => name)).toEqual(["t0"]);
  expect(await project.pulumi("preview", "--stack", "t0", "--expect-no-changes")).toMatchObject({ code: 0 });

  simulator.faults.add({ kind: "slow", ms: 1000, operationId: "createWorkspace", times: Infinity });
  const second = () => simulator.snapshot().organizations.length > 1;
  const twice = await project.interrupted("up", second, 2, "--parallel", "1");
  expect(twice.code).toBe(1);
  expect(twice.stdout).toMatch(/^3 tenants: 2 stopped, 1 unchanged; up took/);
  expect(twice.stdout).toContain("It was stopped half-way.");
  simulator.faults.clear();
  const rest = await project.run("up");
  expect([rest.code, statuses(rest.tenants)]).toEqual([0, { t0: "unchanged", t1: "changed", t2: "changed" }]);
  expect(inventory(simulator).doubled).toEqual([]);
});
