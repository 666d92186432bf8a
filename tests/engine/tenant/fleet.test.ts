import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { parseAllDocuments } from "yaml";
import { runCommand } from "../../support/command/run-command";
import { sampleFiles } from "../../support/sample-files";

const { folder, write } = sampleFiles();
const repository = path.join(folder, "repository");
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", ...args], {
    cwd: repository,
    stdio: "pipe",
  });

beforeAll(() => {
  const files = {
    "Pulumi.yaml": "name: fleet\nruntime: nodejs\n",
    "prompts/support.md": "Hello\n",
    "tenants/_base.yaml": "workspaces:\n  support: { topN: 4 }\n",
    "tenants/based.yaml": "extends: _base.yaml\n",
    "tenants/prompted.yaml": "workspaces:\n  a: { openAiPrompt: { file: ../prompts/support.md } }\n",
    "tenants/own.yaml": "organization: { name: Own }\n",
    "tenants/quiet.yaml": "organization: { name: Quiet }\n",
  };
  for (const [name, content] of Object.entries(files)) write(path.join("repository", name), content);
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "-A");
  git("commit", "--quiet", "-m", "all");
  git("checkout", "--quiet", "-b", "change");
});

const matrix = async (...args: string[]) => {
  const { code, stdout, stderr } = await runCommand(["fleet", "matrix", "tenants", ...args], { cwd: repository });
  const include = code === 0 ? (JSON.parse(stdout) as { include: { name: string; shard: string }[] }).include : [];
  // Without --shards each tenant is a job of its own.
  return { code, stdout, stderr, include, stacks: include.map(({ name }) => name) };
};

describe("--since", () => {
  test("takes tenants of which any file changed: their own, their base's, a prompt's, new ones", async () => {
    expect((await matrix("--since", "main")).stacks).toEqual([]);
    write("repository/prompts/support.md", "Good day\n");
    expect((await matrix("--since", "main")).stacks).toEqual(["prompted"]);
    write("repository/tenants/_base.yaml", "workspaces:\n  support: { topN: 5 }\n");
    git("commit", "--quiet", "-am", "base and prompt");
    expect((await matrix("--since", "main")).stacks).toEqual(["based", "prompted"]);
    write("repository/tenants/new.yaml", "organization: {}\n");
    expect((await matrix("--since", "main")).stacks).toEqual(["based", "new", "prompted"]);
  });

  test("a commit of main is not a change of this branch", async () => {
    git("checkout", "--quiet", "main");
    write("repository/tenants/quiet.yaml", "organization: { name: Quieter }\n");
    git("commit", "--quiet", "-am", "on main");
    git("checkout", "--quiet", "change");
    expect((await matrix("--since", "main")).stacks).toEqual(["based", "new", "prompted"]);
  });

  test("a reference that git does not know is wrong usage", async () => {
    const { code, stderr } = await matrix("--since", "nowhere");
    expect([code, stderr]).toEqual([64, expect.stringMatching(/since "nowhere".*fetch-depth: 0/s)]);
  });
});

test("matrix: parts of the tenants, those without one left out, and no name of a file in it", async () => {
  const { include } = await matrix("--shards", "2");
  expect(include).toEqual([
    { name: "1/2", shard: "1/2" },
    { name: "2/2", shard: "2/2" },
  ]);
  // Of five tenants by the order of their stacks: based, new, own, prompted, quiet.
  expect((await matrix("--shards", "5", "--since", "main")).include).toEqual([
    { name: "based", shard: "1/5" },
    { name: "new", shard: "2/5" },
    { name: "prompted", shard: "4/5" },
  ]);
  const nasty = write("repository/tenants/a b;$(touch x)`id`\n-z.yaml", "organization: {}\n");
  const { stdout, include: all } = await matrix();
  fs.rmSync(nasty);
  expect(stdout).not.toMatch(/touch|`|-z/);
  expect(all).toContainEqual({ name: "1/6", shard: "1/6" });
});

test("stacks: a resource of the operator for each tenant, without a secret in it", async () => {
  const args = ["fleet", "stacks", "tenants", "--repo", "https://git.example.com/t.git", "--backend", "s3://states"];
  const { code, stdout } = await runCommand(args, { cwd: repository });
  expect(code).toBe(0);
  const resources = parseAllDocuments(stdout).map((document) => document.toJS() as Record<string, never>);
  expect(resources).toHaveLength(5);
  expect(resources[0]).toMatchObject({
    apiVersion: "pulumi.com/v1",
    kind: "Stack",
    metadata: { name: "based" },
    spec: {
      stack: "based",
      projectRepo: "https://git.example.com/t.git",
      branch: "refs/heads/main",
      backend: "s3://states",
      envRefs: { LUMENONE_API_KEY: { type: "Secret", secret: { name: "lumenone", key: "LUMENONE_API_KEY" } } },
    },
  });
  expect(resources[0]?.["spec"]).not.toHaveProperty("repoDir");
  expect((await runCommand([...args, "--out", "operator"], { cwd: repository })).code).toBe(0);
  expect(fs.readdirSync(path.join(repository, "operator"))).toContain("own.yaml");
});

test("stacks: the project's folder counts from the root of its repository, wherever the command is started", async () => {
  write("repository/below/Pulumi.yaml", "name: below\nruntime: nodejs\n");
  write("repository/below/tenants/own.yaml", "organization: { name: Own }\n");
  for (const [cwd, tenants] of [
    [repository, "below/tenants"],
    [path.join(repository, "below"), "tenants"],
  ] as const) {
    const { stdout } = await runCommand(["fleet", "stacks", tenants, "--repo", "https://git.example.com/t.git"], {
      cwd,
    });
    expect(stdout).toMatch(/^ {2}repoDir: below$/m);
  }
});

describe("what the fleet requests, and what it reports", () => {
  test("a folder that has tenants further down only is wrong usage, and names it, for every command", async () => {
    write("repository/regions/eu/one.yaml", "organization: {}\n");
    for (const args of [["validate"], ["fleet", "preview"], ["fleet", "matrix"]]) {
      const { code, stderr } = await runCommand([...args, "regions"], { cwd: repository });
      expect([args, code, stderr]).toEqual([args, 64, expect.stringContaining("regions/eu/ has one")]);
    }
  });

  test("a folder that is not there is wrong usage", async () => {
    const { code, stderr } = await runCommand(["fleet", "up", "nowhere"], { cwd: repository });
    expect([code, stderr]).toEqual([64, expect.stringContaining("no file or folder nowhere")]);
  });
});
