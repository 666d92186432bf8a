import * as fs from "node:fs";
import * as path from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import { plainPulumi } from "../support/plain-pulumi";

/** Every project that a user may run as it is, with plain `pulumi up`, from its own folder. */
const root = path.resolve(__dirname, "../..");
const folders = ["", ...fs.readdirSync(path.join(root, "examples")).map((name) => path.join("examples", name))];
const projects = folders.filter((folder) => fs.existsSync(path.join(root, folder, "Pulumi.yaml")));

let simulator: Simulator;

beforeEach(async () => {
  simulator = await createSimulator();
});

afterEach(async () => await simulator?.close());

test("every example is a project", () => {
  const examples = fs
    .readdirSync(path.join(root, "examples"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory());
  expect(projects).toEqual(["", ...examples.map(({ name }) => path.join("examples", name))]);
});

test.each(projects)("%s: up, an empty preview, destroy", async (folder) => {
  const project = path.join(root, folder);
  // Where each stack is a customer, it has to be one of them.
  const stack = fs.existsSync(path.join(project, "tenants")) ? "acme" : `test-${process.pid}`;
  const pulumi = await plainPulumi(project, {
    env: {
      LUMENONE_API_KEY: simulator.apiKey,
      LUMENONE_BASE_URL: simulator.url,
      LUMENONE_ACCOUNT_ID: simulator.accountId,
    },
  });
  const run = async (...args: string[]) => {
    const { code, output } = await pulumi.run(...args, "--stack", stack, "--non-interactive");
    if (code !== 0) throw new Error(output);
  };
  try {
    expect(await pulumi.run("stack", "init", stack)).toMatchObject({ code: 0 });
    await run("up", "--yes", "--skip-preview");
    await run("preview", "--expect-no-changes");
    await run("destroy", "--yes", "--skip-preview");
  } finally {
    fs.rmSync(path.join(project, `Pulumi.${stack}.yaml`), { force: true });
    pulumi.dispose();
  }
});
