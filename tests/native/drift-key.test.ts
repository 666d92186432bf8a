import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { type CommandExit, runCommand } from "../support/command/run-command";
import { tenantStack, type TenantStack } from "../support/command/tenant-stack";
import { newKey, oldKey, rotatedKeyStack } from "../support/stack/rotated-key-stack";
import * as lumenone from "pulumi-lumenone/native";

/** `pulumi-lumenone drift`, and the CLI as a user types it, after a key was revoked that the state still has. */
jest.setTimeout(300_000);
const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

/** Somebody renames the only organization. */
function rename(simulator: Simulator, name: string): void {
  const snapshot = simulator.snapshot();
  simulator.reset({ ...snapshot, organizations: snapshot.organizations.map((one) => ({ ...one, name })) });
}

/** What differs, and how the command ended. */
function drifted({ code, stdout }: CommandExit) {
  const { drift } = JSON.parse(stdout) as { drift: { name: string; field: string; actual: unknown }[] };
  return { code, drift: drift.map(({ name, field, actual }) => [name, field, actual]) };
}

test("drift uses the key of the configuration, without an up", async () => {
  const { simulator, stack } = await rotatedKeyStack(() => void new lumenone.Organization("acme"));
  ends.push(
    () => simulator.close(),
    () => stack.dispose(),
  );
  const drift = () => runCommand(["drift", "--stack", stack.name, "--cwd", stack.folder, "--json"], { env: stack.env });
  expect(drifted(await drift())).toEqual({ code: 0, drift: [] });
  rename(simulator, "Renamed");
  expect(drifted(await drift())).toEqual({ code: 2, drift: [["acme", "name", "Renamed"]] });
});

describe("the key of an explicit provider", () => {
  const program = `
    const pulumi = require("@pulumi/pulumi");
    const lumenone = require("pulumi-lumenone/native");
    const { LUMENONE_BASE_URL: baseUrl, LUMENONE_ACCOUNT_ID: accountId } = process.env;
    const provider = new lumenone.Provider("eu", { apiKey: new pulumi.Config().requireSecret("key"), baseUrl, accountId });
    new lumenone.Organization("acme", {}, { provider });`;
  let simulator: Simulator;
  let stack: TenantStack;
  let project: string;
  const pulumi = (...args: string[]) => stack.pulumi(project, ...args);
  const drift = (...args: string[]) => stack.command("drift", "--stack", "dev", "--cwd", project, "--json", ...args);

  beforeAll(async () => {
    simulator = await createSimulator({ seed: { apiKeys: [{ key: oldKey }] } });
    stack = await tenantStack(simulator);
    ends.push(
      () => simulator.close(),
      () => stack.dispose(),
    );
    project = stack.project("explicit");
    fs.writeFileSync(path.join(project, "Pulumi.yaml"), "name: explicit\nruntime: nodejs\nmain: index.js\n");
    fs.writeFileSync(path.join(project, "index.js"), program);
    expect(await stack.command("plugin", "install")).toMatchObject({ code: 0 });
    await pulumi("stack", "init", "dev");
    await pulumi("config", "set", "--secret", "key", oldKey);
    expect(await pulumi("up", "--yes", "--skip-preview")).toMatchObject({ code: 0 });
    simulator.reset({ ...simulator.snapshot(), apiKeys: [{ key: newKey }] });
    await pulumi("config", "set", "--secret", "key", newKey);
  });

  test("is that of the state for drift, which names LumenOne's refusal and no key", async () => {
    const refused = await drift();
    expect([refused.code, refused.stdout + refused.stderr]).toEqual([1, expect.stringMatching(/wrong or revoked/)]);
    expect(refused.stdout + refused.stderr).not.toContain(oldKey);
  });

  test("is that of the program for drift --run-program, which writes nothing", async () => {
    expect(drifted(await drift("--run-program"))).toEqual({ code: 0, drift: [] });
    rename(simulator, "Renamed");
    expect(drifted(await drift("--run-program"))).toEqual({ code: 2, drift: [["acme", "name", "Renamed"]] });
    expect((await drift()).code).toBe(1);
  });

  test("is that of the program for refresh and destroy with --run-program", async () => {
    expect((await pulumi("refresh", "--yes", "--skip-preview")).code).not.toBe(0);
    expect((await pulumi("destroy", "--yes", "--skip-preview")).code).not.toBe(0);
    expect(simulator.snapshot().organizations).toHaveLength(1);
    expect(await pulumi("destroy", "--yes", "--skip-preview", "--run-program")).toMatchObject({ code: 0 });
    expect(simulator.snapshot().organizations).toEqual([]);
  });
});
