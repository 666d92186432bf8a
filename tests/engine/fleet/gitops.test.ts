import { createSimulator, type Simulator } from "lumenone-simulator";
import { execFile, execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { promisify } from "node:util";
import { runCommand } from "../../support/command/run-command";
import { type TenantStack, tenantStack } from "../../support/command/tenant-stack";

jest.setTimeout(300_000);

const root = path.resolve(__dirname, "../../..");
let simulator: Simulator;
let stack: TenantStack;
let folder: string;

beforeEach(async () => {
  simulator = await createSimulator();
  stack = await tenantStack(simulator, { PULUMI_NODEJS_TRANSPILE_ONLY: "true" });
});
afterEach(async () => {
  stack.dispose();
  await simulator.close();
});

/** An example as somebody has copied it. */
function copied(example: string): void {
  folder = stack.project(example);
  fs.cpSync(path.join(root, "examples", example), folder, {
    recursive: true,
    filter: (file) => !file.includes("node_modules"),
  });
}

/** A command of a workflow, in the copied folder. @returns what it printed */
async function step(expected: number, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand(args, { env: stack.env, cwd: folder });
  expect([args.join(" "), code, stdout + stderr]).toEqual([args.join(" "), expected, expect.any(String)]);
  return stdout;
}

const organizations = () =>
  simulator
    .snapshot()
    .organizations.map(({ name }) => name)
    .sort();

test("examples/gitops: a fork's preview, apply, drift, and a staging for a pull request that goes", async () => {
  copied("gitops");
  await step(0, "validate", "tenants");
  const preview = await step(0, "fleet", "preview", "tenants", "--placeholder-secrets", "--summary", "preview.md");
  expect(preview).toMatch(/^2 tenants: 2 changed/);
  expect(fs.readFileSync(path.join(folder, "preview.md"), "utf8")).toMatch(/\| acme +\| changed \| \d+ create/);
  expect(organizations()).toEqual([]);
  expect(fs.readdirSync(folder).filter((name) => /^Pulumi\..+\.yaml$/.test(name))).toEqual([]);

  // A secret that is not set is reported, with the command that sets it.
  const missing = await step(1, "fleet", "up", "tenants/globex.yaml", "--yes");
  expect(missing).toContain(
    "pulumi stack select globex --create && pulumi config set --secret lumenone-gitops:crmToken",
  );
  expect(
    await stack.pulumi(folder, "config", "set", "--secret", "crmToken", "t0ken", "--stack", "globex"),
  ).toMatchObject({
    code: 0,
  });
  await step(0, "fleet", "up", "tenants", "--yes", "--summary", "apply.md");
  expect(organizations()).toEqual(["Acme Inc.", "Globex"]);
  expect(JSON.stringify(simulator.snapshot().tools)).toContain("t0ken");
  await step(0, "fleet", "preview", "tenants", "--expect-no-changes");
  await step(0, "fleet", "drift", "tenants", "--summary", "drift.md");

  execFileSync(path.join(folder, "scripts/ephemeral.sh"), ["12", "ephemeral", "acme"], { cwd: folder });
  await step(0, "fleet", "up", "ephemeral", "--yes");
  expect(organizations()).toEqual(["Acme Inc.", "Globex", "staging-pr-12-acme"]);
  await step(0, "fleet", "destroy", "ephemeral", "--yes", "--remove");
  expect(organizations()).toEqual(["Acme Inc.", "Globex"]);
  await step(0, "sweep", "--prefix", "staging-pr-12-", "--yes");
});

test("examples/staging: both from one program, a reset in less than a minute, production refuses to go", async () => {
  copied("staging");
  for (const name of ["production", "staging"]) {
    expect(await stack.pulumi(folder, "stack", "init", name)).toMatchObject({ code: 0 });
    expect(await stack.pulumi(folder, "up", "--yes", "--skip-preview", "--stack", name)).toMatchObject({ code: 0 });
  }
  expect(organizations()).toEqual(["Acme Inc.", "staging-Acme Inc."]);
  const before = simulator.snapshot().workspaces.length;

  // What testers have done to staging.
  simulator.person.add("workspaces", { organization: "staging-acme-inc", name: "Trial" });
  const started = performance.now();
  await promisify(execFile)(path.join(folder, "reset.sh"), { cwd: folder, env: stack.env });
  expect((performance.now() - started) / 1000).toBeLessThan(60);
  expect(simulator.snapshot().workspaces).toHaveLength(before);
  expect(await stack.pulumi(folder, "preview", "--expect-no-changes", "--stack", "staging")).toMatchObject({ code: 0 });

  expect(await stack.pulumi(folder, "destroy", "--yes", "--stack", "production")).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("is protected") as string,
  });
  expect(organizations()).toContain("Acme Inc.");
  expect(simulator.snapshot().workspaces).toHaveLength(before);

  // A live tenant, copied under another name.
  await step(0, "clone", "--from", "acme-inc", "--prefix", "copy-", "--out", "copy");
  const copy = path.join(folder, "copy");
  fs.symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  expect(await stack.pulumi(copy, "stack", "init", "copy")).toMatchObject({ code: 0 });
  const names = [
    ...fs
      .readFileSync(path.join(copy, "organizations/acme-inc.ts"), "utf8")
      .matchAll(/requireSecretObject<[^(]*\("(\w+)"\)/g),
  ];
  for (const [, name = ""] of names) {
    await stack.pulumi(
      copy,
      "config",
      "set",
      "--secret",
      name,
      '{"url":"https://copy.example.com"}',
      "--stack",
      "copy",
    );
  }
  expect(await stack.pulumi(copy, "up", "--yes", "--skip-preview", "--stack", "copy")).toMatchObject({ code: 0 });
  expect(organizations()).toContain("copy-Acme Inc.");
});
