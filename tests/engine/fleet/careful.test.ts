import { createSimulator, type Simulator } from "lumenone-simulator";
import { declaredResources } from "../../../provider/tenant/declared-resources";
import { readTenantFile } from "../../../provider/tenant/file/tenant-file";
import * as path from "node:path";
import { fifteen, type FleetProject, fleetProject } from "../../support/fleet/fleet-project";

jest.setTimeout(300_000);

let simulator: Simulator;
let project: FleetProject;

beforeEach(async () => {
  simulator = await createSimulator();
  project = await fleetProject(simulator);
});
afterEach(async () => {
  project.dispose();
  await simulator.close();
});

const statuses = (tenants: readonly { stack: string; status: string }[]) =>
  Object.fromEntries(tenants.map(({ stack, status }) => [stack, status]));
const organizations = () =>
  simulator
    .snapshot()
    .organizations.map(({ name }) => name)
    .sort();

test("a tenant that would lose its organization, its name or most of it is held until that is allowed", async () => {
  const file = "tenants/acme.yaml";
  const whole = fifteen("Acme Inc.");
  project.write(file, whole);
  expect((await project.run("up")).code).toBe(0);
  const before = simulator.snapshot();

  // The names are those that the program registers.
  const { args } = readTenantFile(path.join(project.folder, file));
  const { stdout } = await project.pulumi("stack", "export", "--stack", "acme");
  const { deployment } = JSON.parse(stdout) as { deployment: { resources: { urn: string }[] } };
  const inState = deployment.resources.flatMap(({ urn }) => /lumenone:(\w+::.*)$/.exec(urn)?.[1] ?? []);
  expect(
    declaredResources("acme", args)
      .map(({ kind, name }) => `${kind}::${name}`)
      .sort(),
  ).toEqual(inState.sort());

  simulator.journal.clear();
  // Emptied but for a comment, the file is wrong; without its organization and its parts it is only suspicious.
  project.write(file, "# to be written\n");
  expect(statuses((await project.run("up")).tenants)).toEqual({ acme: "invalid" });
  project.write(file, "workspaces:\n  support: { topN: 6 }\n");
  for (const verb of ["preview", "up"]) {
    const { code, tenants } = await project.run(verb);
    expect([verb, code, tenants]).toEqual([verb, 1, [expect.objectContaining({ stack: "acme", status: "held" })]]);
    expect(tenants[0]?.problem).toMatch(
      /from "Acme Inc\." to "acme".*delete 13 of the tenant's 15.*: Workspace acme-(?:sales|phone), Workspace.*OrganizationTool acme-crm/,
    );
    expect(tenants[0]?.remedy).toContain("--allow-deletes");
  }
  // Another resource of the program is another organization.
  project.write(file, whole.replace("{ name: Acme Inc. }", "{ name: Acme Inc., resourceName: other }"));
  expect((await project.run("up")).tenants[0]).toMatchObject({
    status: "held",
    problem: expect.stringMatching(/Organization acme/) as string,
  });
  expect(simulator.journal.writes()).toEqual([]);
  expect(simulator.snapshot()).toEqual(before);

  // A few of many may go, and what is meant goes.
  project.write(file, whole.replace("  papers:\n", ""));
  expect(statuses((await project.run("up")).tenants)).toEqual({ acme: "changed" });
  project.write(file, "organization: { name: Acme Inc. }\nworkspaces:\n  support: { topN: 6 }\n");
  const allowed = await project.run("up", "--allow-deletes");
  expect([allowed.code, statuses(allowed.tenants)]).toEqual([0, { acme: "changed" }]);
  expect(simulator.snapshot().workspaces).toHaveLength(1);
  expect(organizations()).toEqual(["Acme Inc."]);
});

test("parts of a fleet do each tenant once, and most of a fleet is not pruned unless that is allowed", async () => {
  const names = ["a", "b", "c"];
  for (const name of names) project.write(`tenants/${name}.yaml`, `organization: { name: ${name} }\n`);
  const [one, two] = [await project.run("up", "--shard", "1/2"), await project.run("up", "--shard", "2/2")];
  expect([statuses(one.tenants), statuses(two.tenants)]).toEqual([{ a: "changed", c: "changed" }, { b: "changed" }]);

  // What cannot be read may be the file of one that seems to have none.
  project.write("tenants/c.yaml", "stack: [\n");
  project.remove("tenants/b.yaml");
  const unread = await project.run("up", "--prune");
  expect([unread.code, statuses(unread.tenants)]).toEqual([1, { a: "unchanged", b: "held", c: "invalid" }]);
  expect(unread.tenants[1]?.problem).toContain("tenants/c.yaml");

  project.remove("tenants/c.yaml");
  const held = await project.run("up", "--prune");
  expect([held.code, statuses(held.tenants)]).toEqual([1, { a: "unchanged", b: "held", c: "held" }]);
  expect(held.tenants[1]?.problem).toContain("2 of the fleet's 3 stacks, more than half of them: b, c");
  expect(organizations()).toEqual(names);
  const pruned = await project.run("up", "--prune", "--allow-deletes");
  expect([pruned.code, statuses(pruned.tenants)]).toEqual([0, { a: "unchanged", b: "removed", c: "removed" }]);
  expect(organizations()).toEqual(["a"]);
});
