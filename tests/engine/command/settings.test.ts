import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { runCommand, temporaryFolder } from "../../support/command/run-command";

jest.setTimeout(60_000);

const folder = temporaryFolder();
const project = path.join(folder.path, "project", "src");
let stacks: Simulator;
let environments: Simulator;

beforeAll(async () => {
  stacks = await createSimulator();
  environments = await createSimulator();
  fs.mkdirSync(project, { recursive: true });
  fs.writeFileSync(path.join(project, "..", "Pulumi.yaml"), "name: mine\nruntime: nodejs\n");
});
afterAll(async () => {
  folder.remove();
  await stacks.close();
  await environments.close();
});

/** A search path whose Pulumi CLI says this of every stack. */
function pulumiThat(stdout: string, stderr = "", code = 0): Record<string, string> {
  const bin = fs.mkdtempSync(path.join(folder.path, "bin-"));
  fs.writeFileSync(path.join(bin, "stdout"), stdout);
  fs.writeFileSync(path.join(bin, "stderr"), stderr);
  const script = `#!/bin/sh\ncat '${bin}/stdout'\ncat '${bin}/stderr' >&2\nexit ${code}\n`;
  fs.writeFileSync(path.join(bin, "pulumi"), script, { mode: 0o755 });
  return { PATH: `${bin}${path.delimiter}${process.env["PATH"] ?? ""}` };
}

const stackOf = ({ url, apiKey }: Simulator) =>
  JSON.stringify({ "lumenone:baseUrl": { value: url }, "lumenone:apiKey": { value: apiKey, secret: true } });

async function sweep(env: Record<string, string>, cwd = project, ...args: string[]) {
  for (const each of [stacks, environments]) each.journal.clear();
  const all = ["sweep", "--prefix", "none-", "--dry-run", ...args];
  const exit = await runCommand(all, { simulator: environments, env, cwd });
  return { ...exit, asked: { stack: stacks.journal.length, environment: environments.journal.length } };
}

test.each([["the selected stack"], ["stack dev", "--stack", "dev"]])(
  "%s takes precedence over the environment",
  async (named, ...args) => {
    const { stderr, asked } = await sweep(pulumiThat(stackOf(stacks)), project, ...args);
    expect(asked).toEqual({ stack: 1, environment: 0 });
    expect(stderr).toContain(`at ${stacks.url} (as ${named} says)`);
  },
);

test("a key that the stack lacks comes from the environment, and the message names both", async () => {
  const { stderr, asked } = await sweep(pulumiThat(JSON.stringify({ "lumenone:baseUrl": { value: stacks.url } })));
  expect(asked).toEqual({ stack: 1, environment: 0 });
  expect(stderr).toContain("(as the selected stack, with the key of the environment says)");
});

const noStack = "error: no stack selected; please use `pulumi stack select` to choose one\n";

test.each([
  ["no stack is selected", () => pulumiThat("", noStack, 255), project],
  ["nobody is logged in", () => pulumiThat("", "error: PULUMI_ACCESS_TOKEN must be set for login\n", 255), project],
  ["there is no Pulumi", () => ({ PATH: folder.path }), project],
  ["there is no project", () => pulumiThat(stackOf(stacks)), folder.path],
])("the environment counts where %s", async (_, env, cwd) => {
  const { stderr, code, asked } = await sweep(env(), cwd);
  expect([stderr, code]).toEqual([expect.stringContaining("(as the environment says)"), 0]);
  expect(asked).toEqual({ stack: 0, environment: 1 });
});

test("a stack that cannot be read is an error: another host could be meant", async () => {
  const { stderr, code, asked } = await sweep(pulumiThat("", "error: incorrect passphrase\n", 255));
  expect(code).toBe(1);
  expect(stderr).toMatch(/selected stack cannot be read: error: incorrect passphrase/);
  expect(asked).toEqual({ stack: 0, environment: 0 });
});

test.each([["import", "--all", "--out", "out"], ["doctor"]])("%s names its host first", async (...args) => {
  const version = 'case "$1" in version) echo v3.259.0; exit 0;; esac\n';
  const env = pulumiThat(stackOf(stacks));
  const bin = path.join((env["PATH"] ?? "").split(path.delimiter)[0] ?? "", "pulumi");
  fs.writeFileSync(bin, fs.readFileSync(bin, "utf8").replace("#!/bin/sh\n", `#!/bin/sh\n${version}`), { mode: 0o755 });
  const { stderr } = await runCommand(args, { simulator: environments, env, cwd: project });
  expect(stderr.split("\n")[0]).toBe(`LumenOne is ${stacks.url} (as the selected stack says)`);
});
