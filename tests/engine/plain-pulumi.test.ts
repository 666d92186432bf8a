import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { type PlainPulumi, plainPulumi } from "../support/plain-pulumi";
import { isRunning } from "../support/process-tree";
import { until } from "../support/until";

let project: string;
let pulumi: PlainPulumi;

const program = `
import * as pulumi from "@pulumi/pulumi";

class Thing extends pulumi.dynamic.Resource {
  constructor(name: string, size: number) {
    super({ create: async (inputs) => ({ id: "thing-" + inputs.size, outs: inputs }) }, name, { size });
  }
}
const config = new pulumi.Config();
const size: number = config.requireNumber("size");
if (size > 100) throw new pulumi.RunError("size is above 100");
console.log("making " + pulumi.getProject() + "/" + pulumi.getStack());
export const id = new Thing("a", size).id;
export const token = config.requireSecret("token");
`;

beforeAll(async () => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-project-"));
  fs.writeFileSync(path.join(project, "Pulumi.yaml"), "name: plain\nruntime: nodejs\nmain: index.ts\n");
  fs.writeFileSync(path.join(project, "index.ts"), program);
  fs.writeFileSync(path.join(project, "package.json"), JSON.stringify({ name: "plain", private: true }));
  fs.symlinkSync(path.resolve(__dirname, "../../node_modules"), path.join(project, "node_modules"));
  // Types are checked by the lint step; here it would cost seconds a run.
  pulumi = await plainPulumi(project, { env: { PULUMI_NODEJS_TRANSPILE_ONLY: "true" } });
});
afterAll(() => fs.rmSync(project, { recursive: true, force: true }));

test("a TypeScript project runs as its user types it: init, config, up, a second up, destroy", async () => {
  expect(await pulumi.run("stack", "init", "dev")).toMatchObject({ code: 0 });
  await pulumi.run("config", "set", "size", "7");
  await pulumi.run("config", "set", "--secret", "token", "s3cret-token");

  const up = await pulumi.run("up", "--yes");
  expect(up.output).toContain("making plain/dev");
  expect(up.output).toMatch(/2 created/);
  expect(up.output).not.toMatch(/warning|s3cret-token/);
  expect(up.code).toBe(0);
  expect((await pulumi.run("stack", "output", "id")).stdout.trim()).toBe("thing-7");

  expect((await pulumi.run("up", "--yes")).output).toMatch(/2 unchanged/);

  await pulumi.run("config", "set", "size", "101");
  const refused = await pulumi.run("preview");
  expect(refused.code).not.toBe(0);
  expect(refused.output).toContain("error: size is above 100");
  // The program has reported its error, so no message mentions exit codes.
  expect(refused.output).not.toMatch(/exited|exit code/);

  expect((await pulumi.run("destroy", "--yes")).output).toMatch(/2 deleted/);
});

test("a command that does not end in time is killed with all it started", async () => {
  fs.writeFileSync(
    path.join(project, "index.ts"),
    `require("fs").writeFileSync("pid", process.pid + " " + process.ppid);\nsetInterval(() => {}, 1000);`,
  );
  await pulumi.run("stack", "select", "--create", "slow");
  await expect(pulumi.runWith({ timeoutSeconds: 6 }, "preview")).rejects.toThrow(/did not end within 6 s/);
  const [program, languageHost] = fs.readFileSync(path.join(project, "pid"), "utf8").split(" ").map(Number);
  await until(() => !isRunning(program ?? 0) && !isRunning(languageHost ?? 0));
});
