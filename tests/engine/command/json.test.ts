import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { runCommand, temporaryFolder } from "../../support/command/run-command";

/** `--json` of every command: one object on standard output, whether there is a result or an error. */
const temporary = temporaryFolder();
let simulator: Simulator;

beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
  fs.mkdirSync(path.join(temporary.path, "tenants"));
  fs.writeFileSync(path.join(temporary.path, "tenants/acme.yaml"), "organization: {}\n");
});
afterAll(async () => {
  await simulator?.close();
  temporary.remove();
});

const envelope = (stdout: string) => JSON.parse(stdout) as Record<string, unknown> & { error?: { message: string } };
const run = (args: readonly string[], withHost: boolean) =>
  runCommand([...args, "--json"], { cwd: temporary.path, ...(withHost ? { simulator } : {}) });

test.each([
  ["validate", ["validate", "tenants"], ["problems", "tenants"]],
  ["plugin path", ["plugin", "path"], ["path"]],
  ["sweep", ["sweep", "--prefix", "nothing-"], ["failed", "removed"]],
  ["doctor", ["doctor"], ["connection", "correction", "operations", "requests", "seconds"]],
  ["import", ["import", "--all", "--out", "imported"], ["resources"]],
  ["calls", ["calls"], ["calls", "cost"]],
])("%s: a result has the command, the version and the command's own keys", async (command, args, keys) => {
  const { code, stdout, stderr } = await run(args, true);
  expect([code === 0 || code === 2, stderr]).toEqual([true, expect.any(String)]);
  const result = envelope(stdout);
  expect(result).toMatchObject({ command, version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string });
  expect(Object.keys(result)).toEqual(expect.arrayContaining(keys));
  expect(result).not.toHaveProperty("error");
});

test.each([
  ["validate", ["validate", "nowhere"], 64],
  ["drift", ["drift", "--stack", "nothing"], 1],
  ["doctor", ["doctor"], 1],
  ["sweep", ["sweep", "--prefix", "nothing-"], 64],
  ["sweep", ["sweep"], 64],
  ["import", ["import", "--all", "--out", "refused"], 1],
  ["clone", ["clone", "--from", "acme", "--out", "refused"], 64],
  ["calls", ["calls"], 1],
  ["fleet preview", ["fleet", "preview", "nowhere"], 64],
  ["migrate", ["migrate"], 64],
])("%s: an error is in the envelope, on standard error, and in the exit code", async (command, args, exitCode) => {
  const { code, stdout, stderr } = await run(args, false);
  const { error, ...rest } = envelope(stdout);
  expect(rest).toEqual({ command, version: expect.any(String) as string });
  expect([code, error]).toEqual([exitCode, { message: expect.any(String) as string, exitCode }]);
  expect(stderr).toContain(error?.message);
});
