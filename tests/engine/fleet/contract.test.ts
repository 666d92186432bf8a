import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { type CommandExit, runCommand, temporaryFolder } from "../../support/command/run-command";
import { tenDifferences } from "../../support/contract-mutations/ten-differences";
import { type FleetProject, fleetProject } from "../../support/fleet/fleet-project";

jest.setTimeout(300_000);

/** Every command that asks LumenOne or runs Pulumi, with tenants as YAML, against a LumenOne that differs from the contract. */
const overlay = `${tenDifferences}
  - target: $.components.schemas.WorkspaceSettings.properties.vectorSearchMode
    update: { x-known-values: [hybrid] }
  - target: $.components.schemas.CallLog.properties.cost_total
    update: { x-wire-name: totalCost }
  - target: $.components.parameters.Limit
    update: { x-wire-name: pageSize }
`;
const acme = `
organization: { name: Acme }
workspaces:
  support: { topN: 6, vectorSearchMode: hybrid, tools: [crm], voice: { firstMessage: Hello } }
tools:
  crm: { type: function }
folders:
  manuals:
`;
const temporary = temporaryFolder();
const file = path.join(temporary.path, "lumenone.overlay.yaml");
let simulator: Simulator;
let project: FleetProject;

beforeAll(async () => {
  fs.writeFileSync(file, overlay);
  simulator = await createSimulator({ contract: file });
  project = await fleetProject(simulator);
  project.write("contracts/lumenone.yaml", overlay);
  project.write("tenants/acme.yaml", acme);
  project.write("tenants/globex.yaml", "organization: { name: Globex, forceDestroy: true }\nworkspaces:\n  sales:\n");
});
afterAll(async () => {
  await simulator?.close();
  project?.dispose();
  temporary.remove();
});

const contract = ["--contract", "contracts/lumenone.yaml"];
const inEnvironment = { LUMENONE_CONTRACT: "contracts/lumenone.yaml" };

/** `pulumi-lumenone` in the project's folder. */
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CommandExit> =>
  runCommand([...args, "--json"], { cwd: project.folder, env: { ...project.stack.env, ...env } });
const done = async (args: readonly string[], env?: Readonly<Record<string, string>>) => {
  const { code, stdout, stderr } = await run(args, env);
  expect([args[0], code, code === 0 ? "" : stdout + stderr]).toEqual([args[0], 0, ""]);
  return JSON.parse(stdout) as Record<string, unknown>;
};
const statuses = ({ tenants }: { readonly tenants: readonly { stack: string; status: string }[] }) =>
  Object.fromEntries(tenants.map(({ stack, status }) => [stack, status]));

test("without the overlay: validate names the value, and fleet up how to find what differs", async () => {
  const { code, stdout } = await run(["validate", "tenants"]);
  expect([code, JSON.parse(stdout)]).toMatchObject([
    1,
    {
      problems: [
        {
          file: "tenants/acme.yaml",
          line: 4,
          message: expect.stringMatching(/vectorSearchMode.*default, rerank/) as string,
        },
      ],
    },
  ]);
  const up = await project.run("up");
  expect(statuses(up)).toEqual({ acme: "invalid", globex: "failed" });
  expect(up.tenants[1]?.problem).toMatch(/createOrganization .*`pulumi-lumenone doctor --docs SITE`/);
});

test("an overlay that cannot be used: validate and fleet say so before any request", async () => {
  project.write("contracts/broken.yaml", overlay.replace("/org/new", "/org/old"));
  const before = simulator.journal.length;
  for (const args of [["validate", "tenants"], ["fleet", "up", "tenants", "--yes"], ["calls"], ["doctor"]]) {
    const { code, stdout, stderr } = await run([...args, "--contract", "contracts/broken.yaml"]);
    expect([args, code, stdout + stderr]).toEqual([
      args,
      1,
      expect.stringMatching(/broken\.yaml:5: actions\[0\] .*matches nothing in the contract/),
    ]);
  }
  expect(simulator.journal.length).toBe(before);
});

test("with it, every command works: as an option, in the environment, and in a stack's configuration", async () => {
  expect(await done(["validate", "tenants", ...contract])).toMatchObject({ problems: [] });
  expect(await done(["validate", "tenants"], inEnvironment)).toMatchObject({ problems: [] });
  const up = await project.run("up", "tenants", ...contract);
  expect([statuses(up), up.stderr]).toEqual([{ acme: "changed", globex: "changed" }, expect.any(String)]);
  const support = simulator.snapshot().workspaces.find(({ name }) => name === "support");
  expect(support).toMatchObject({ topN: 6, vectorSearchMode: "hybrid" });

  // Both stacks get it by their own configuration from here on.
  for (const stack of ["acme", "globex"]) {
    await project.pulumi("config", "set", "lumenone:contract", "contracts/lumenone.yaml", "--stack", stack);
  }
  expect(await done(["validate", "tenants"])).toMatchObject({ problems: [] });
  simulator.journal.clear();
  const preview = await project.run("preview", "--expect-no-changes");
  expect([preview.code, statuses(preview)]).toEqual([0, { acme: "unchanged", globex: "unchanged" }]);
  expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([]);

  // A refresh uses what the last `up` was configured with, and its error says what LumenOne refused.
  const tooEarly = await project.run("drift");
  expect(tooEarly.tenants[0]).toMatchObject({
    status: "failed",
    problem: expect.stringMatching(
      /^pulumi refresh failed: (?!\{).*\w+ \((?:GET|POST) \S+\) failed: LumenOne returned 400/s,
    ) as string,
  });
  expect(statuses(await project.run("up"))).toEqual({ acme: "unchanged", globex: "unchanged" });
  simulator.person.change("workspaces", "support", { topN: 9 });
  const differences = [{ kind: "Workspace", field: "topN", expected: 6, actual: 9 }];
  const fleetDrift = await project.run("drift");
  expect(fleetDrift.tenants.flatMap((tenant) => tenant.drift ?? [])).toMatchObject(differences);
  const drift = await run(["drift", "--stack", "acme"]);
  expect([drift.code, JSON.parse(drift.stdout)]).toMatchObject([2, { drift: differences }]);
  expect(statuses(await project.run("refresh"))).toEqual({ acme: "changed", globex: "unchanged" });
  expect(statuses(await project.run("up"))).toEqual({ acme: "changed", globex: "unchanged" });

  simulator.person.phoneCall("support", { costTotal: 2.5 });
  const calls = ["calls", "--by", "workspace", "--since", "2020-01-01"];
  expect(await done([...calls, ...contract])).toMatchObject({ calls: 1, cost: "2.5" });
  expect(await done(calls, inEnvironment)).toMatchObject({ calls: 1, cost: "2.5" });
  expect(await done([...calls, "--stack", "acme"])).toMatchObject({ calls: 1, cost: "2.5" });

  const doctor = JSON.parse((await run(["doctor", ...contract])).stdout) as { operations: { result: string }[] };
  expect(doctor.operations.filter(({ result }) => result === "differs" || result === "missing")).toEqual([]);
  expect(await done(["import", "--all", "--out", "imported", ...contract])).toMatchObject({
    resources: { Organization: 2, Workspace: 2, OrganizationTool: 1, ToolAttachment: 1, VoiceConfig: 1 },
  });
  await done(["clone", "--from", "acme", "--prefix", "copy-", "--out", "cloned", "--stack", "acme"]);
  expect(fs.readFileSync(path.join(project.folder, "cloned/organizations/acme.ts"), "utf8")).toContain('"hybrid"');
  expect(await done(["sweep", "--prefix", "Glob", "--dry-run", ...contract])).toMatchObject({
    removed: [],
  });

  // The plugin gets it, too.
  await done(["migrate", "--all", "--yes"]);
  simulator.journal.clear();
  const native = await project.run("preview", "--native", "--expect-no-changes");
  expect([native.code, statuses(native)]).toEqual([0, { acme: "unchanged", globex: "unchanged" }]);
  expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([]);
  const destroyed = await project.run("destroy", "--native", "--remove");
  expect(statuses(destroyed)).toEqual({ acme: "removed", globex: "removed" });
  expect(simulator.snapshot().organizations).toEqual([]);
});
