import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { inventory } from "../../support/fleet/doubled";
import { fifteen, type FleetProject, fleetProject } from "../../support/fleet/fleet-project";
import { repairStates } from "../../support/fleet/repair-states";
import { threeBad } from "../../support/fleet/three-bad";

jest.setTimeout(400_000);

const tenants = 6;
const limit = 50;
let simulator: Simulator;
let project: FleetProject;

beforeEach(async () => {
  simulator = await createSimulator({ latency: 20 });
  project = await fleetProject(simulator, { LUMENONE_REQUESTS_PER_SECOND: String(limit) });
  for (let index = 0; index < tenants; index++) project.write(`tenants/t${index}.yaml`, fifteen(`Tenant ${index}`));
});
afterEach(async () => {
  project.dispose();
  await simulator.close();
});

const locks = (): string[] => {
  const folder = path.join(project.stack.folder, "backend", ".pulumi", "locks");
  return fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
};

test("killed half-way with all its processes, a second run makes everything once, within the limit", async () => {
  const half = (tenants * 3) / 2;
  await project.killed("up", () => simulator.snapshot().workspaces.length >= half, "--parallel", "3");
  expect(simulator.snapshot().workspaces.length).toBeLessThan(tenants * 3);
  expect(locks().length).toBeGreaterThan(0);
  repairStates(project.stack.folder);

  const again = await project.run("up", "--parallel", "3");
  expect(again.tenants.filter(({ status }) => !["changed", "unchanged"].includes(status))).toEqual([]);
  expect(again.code).toBe(0);
  const notes = again.tenants.flatMap((tenant) => tenant.notes ?? []);
  expect(notes.filter((note) => note.includes("lock of a run on this machine"))).not.toEqual([]);
  expect(inventory(simulator)).toEqual({
    counts: { organizations: 6, workspaces: 18, tools: 12, folders: expect.any(Number) as number, documents: 6 },
    doubled: [],
  });
  expect(locks()).toEqual([]);
  expect(simulator.journal.maxPerSecond()).toBeLessThanOrEqual(limit);
  // It used the limit, and did not only stay far below it.
  expect(simulator.journal.maxPerSecond()).toBeGreaterThan(limit / 5);

  simulator.journal.clear();
  const preview = await project.run("preview", "--expect-no-changes");
  expect([preview.code, preview.tenants.map(({ status }) => status)]).toEqual([0, Array(tenants).fill("unchanged")]);
  expect(simulator.journal.writes()).toEqual([]);
});

/** A condition that has held for a while: by then the state is written, so that no kill cuts it off. */
function lasting(condition: () => boolean): () => boolean {
  let since: number | undefined;
  return () => {
    since = condition() ? (since ?? Date.now()) : undefined;
    return since !== undefined && Date.now() - since > 1500;
  };
}

test("a document and a number whose runs were killed before the response came are found, and not created again", async () => {
  const number = "numbers:\n  line: { country: US, numberType: local }\n";
  for (const [operationId, key, yaml] of [
    ["uploadDocumentIntoFolder", "documents", fifteen("Tenant 0")],
    ["createNumberRequest", "numberRequests", fifteen("Tenant 0") + number],
  ] as const) {
    project.write("tenants/t0.yaml", yaml);
    simulator.faults.add({ kind: "stall", when: "after", operationId });
    await project.killed(
      "up",
      lasting(() => simulator.snapshot()[key].length === 1),
      "tenants/t0.yaml",
    );
    repairStates(project.stack.folder);
    const again = await project.run("up", "tenants/t0.yaml");
    expect([again.code, again.tenants[0]?.problem]).toEqual([0, undefined]);
    expect(again.tenants[0]?.notes?.join()).toContain("has been taken over");
    expect(simulator.snapshot()[key]).toHaveLength(1);
    expect((await project.run("preview", "--expect-no-changes", "tenants/t0.yaml")).code).toBe(0);
  }
  expect(inventory(simulator).doubled).toEqual([]);
});

test("one with an error in its file, one that LumenOne refuses and one that is locked: the others are up", async () => {
  simulator.faults.add({
    kind: "status",
    status: 400,
    body: { success: false, message: "no more organizations in this plan" },
    operationId: "createOrganization",
    where: {},
    times: 1,
    skip: 0,
  });
  // The one that is refused: it alone runs while the fault is there.
  const refused = await project.run("up", "tenants/t2.yaml");
  expect([refused.code, refused.tenants[0]?.problem]).toEqual([
    1,
    expect.stringMatching(/Organization t2: .*no more organizations in this plan/s),
  ]);
  const cure = await threeBad(project, simulator, {
    invalid: "t1",
    refusedSlug: "tenant-2",
    locked: "t3",
  });
  const { code, stdout } = await project.fleet("up", "--parallel", "2");
  expect(code).toBe(1);
  expect(stdout).toMatch(/^6 tenants: 3 changed, 1 failed, 1 invalid, 1 locked; up took/);
  expect(stdout).toMatch(/\*\*t1\*\* \(invalid\)\n\n> tenants\/t1\.yaml:3:\d+: .*topN is 0: the least is 1\./);
  expect(stdout).toMatch(/\*\*t2\*\* \(failed\)\n\n> OrganizationTool t2-\w+: .*the name of this tool is reserved/);
  expect(stdout).toMatch(/\*\*t3\*\* \(locked\)\n\n> The stack t3 is locked by ann on runner-7, process \d+, since/);
  expect(stdout).toContain("`pulumi cancel --stack t3 --yes`");
  expect(
    simulator
      .snapshot()
      .organizations.map(({ name }) => name)
      .sort(),
  ).toEqual(["Tenant 0", "Tenant 2", "Tenant 4", "Tenant 5"]);

  cure();
  const cured = await project.run("up", "--parallel", "2");
  expect(cured.tenants.map(({ status }) => status).sort()).toEqual([
    ...Array<string>(3).fill("changed"),
    ...Array<string>(3).fill("unchanged"),
  ]);
});
