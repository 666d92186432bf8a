import { createSimulator, type Simulator } from "lumenone-simulator";
import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { promisify } from "node:util";
import { runCommand, temporaryFolder } from "../support/command/run-command";
import { languageTools, type LanguageTools } from "../support/languages/tools";
import { ensurePulumi } from "../support/pulumi-cli";
import { pulumiEnvironment } from "../support/pulumi-environment";
import { startPulumi } from "../support/pulumi-process";

/** The examples in other languages, with the plugin as a user installs it and SDKs that Pulumi makes of the schema. */
jest.setTimeout(1_200_000);

const root = path.resolve(__dirname, "../..");
const schema = path.join(root, "provider/schema/schema.json");
const temporary = temporaryFolder();
let tools: LanguageTools;
let simulator: Simulator;
let env: Record<string, string>;
let command: string;

beforeAll(async () => {
  tools = await languageTools();
  simulator = await createSimulator();
  const cli = await ensurePulumi({ print: () => undefined });
  command = cli.command;
  env = pulumiEnvironment(cli, temporary.path, {
    LUMENONE_API_KEY: simulator.apiKey,
    LUMENONE_BASE_URL: simulator.url,
    LUMENONE_ACCOUNT_ID: simulator.accountId,
  });
  env["PATH"] = `${tools.yamlHost}${path.delimiter}${env["PATH"]}`;
  const { code, stderr } = await runCommand(["plugin", "install"], { cwd: temporary.path, env });
  expect([code, stderr]).toEqual([0, ""]);
});
afterAll(async () => {
  await simulator?.close();
  temporary.remove();
});

const run = promisify(execFile);

/** The SDK of a language, made of the schema. Warnings are failures. */
async function sdk(language: string, folder: string): Promise<void> {
  const { stderr } = await run(tools.codegen, [language, schema, folder]);
  expect(stderr).toBe("");
}

/** A copy of an example: what commands write stays out of the checkout. */
function example(name: string): string {
  const folder = path.join(temporary.path, name);
  fs.cpSync(path.join(root, "examples", name), folder, { recursive: true });
  return folder;
}

test("YAML: up, an empty preview, refresh, a change, an import with its code, destroy", async () => {
  const cwd = example("yaml");
  const pulumi = async (...args: string[]) => {
    const { code, stdout, stderr } = await startPulumi(command, [...args, "--non-interactive"], { cwd, env }).ended;
    expect([args.join(" "), code, code === 0 ? "" : stdout + stderr]).toEqual([args.join(" "), 0, ""]);
    return stdout;
  };
  await pulumi("stack", "init", "dev");
  await pulumi("up", "--yes", "--skip-preview");
  expect(JSON.parse(await pulumi("stack", "output", "--json"))).toEqual({ slug: "support", name: "support" });
  expect(simulator.snapshot().embeddings).toHaveLength(1);
  expect(
    fs.readFileSync(path.join(temporary.path, "backend/.pulumi/stacks/lumenone-yaml/dev.json"), "utf8"),
  ).not.toContain("example-token");
  await pulumi("preview", "--expect-no-changes");
  await pulumi("refresh", "--yes", "--skip-preview", "--expect-no-changes");
  fs.writeFileSync(
    path.join(cwd, "Pulumi.yaml"),
    fs.readFileSync(path.join(cwd, "Pulumi.yaml"), "utf8").replace("topN: 6", "topN: 8"),
  );
  await pulumi("up", "--yes", "--skip-preview");
  expect(simulator.snapshot().workspaces[0]?.topN).toBe(8);

  const code = await pulumi(
    "import",
    "lumenone:index:OrganizationTool",
    "imported",
    "acme-inc/1",
    "--yes",
    "--skip-preview",
    "--protect=false",
    "--out",
    "code.yaml",
  );
  const written = fs.readFileSync(path.join(cwd, "code.yaml"), "utf8") + code;
  expect(written).toMatch(/type: lumenone:OrganizationTool/);
  expect(written).not.toContain("example-token");
  await pulumi("state", "delete", "urn:pulumi:dev::lumenone-yaml::lumenone:index:OrganizationTool::imported", "--yes");
  await pulumi("destroy", "--yes", "--skip-preview");
  expect(simulator.snapshot().organizations).toEqual([]);
});

test("Python: up, a data function, an empty preview, destroy", async () => {
  const cwd = example("python");
  const generated = path.join(temporary.path, "sdk-python");
  await sdk("python", generated);
  // What pip writes when it installs the SDK, which reads its version there.
  const about = path.join(generated, "pulumi_lumenone-0.1.0.dist-info");
  fs.mkdirSync(about);
  fs.writeFileSync(path.join(about, "METADATA"), "Metadata-Version: 2.1\nName: pulumi_lumenone\nVersion: 0.1.0\n");
  const project = path.join(temporary.path, "python-project");
  fs.mkdirSync(project);
  const python = async (action: string) => {
    const script = path.join(root, "tests/support/languages/run_program.py");
    const { stdout } = await run("python3", [script, action, path.join(cwd, "__main__.py"), project], {
      env: { ...env, PYTHONPATH: [tools.python, generated].join(path.delimiter), PYTHONDONTWRITEBYTECODE: "1" },
    });
    return JSON.parse(stdout.trim().split("\n").at(-1)!) as {
      changes: Record<string, number>;
      outputs: Record<string, unknown>;
    };
  };
  expect((await python("up")).outputs).toEqual({ slug: "support", names: ["support"] });
  expect(simulator.snapshot().workspaces[0]).toMatchObject({ vectorSearchMode: "rerank", topN: 6 });
  expect(Object.keys((await python("preview")).changes)).toEqual(["same"]);
  await python("destroy");
  expect(simulator.snapshot().organizations).toEqual([]);
});

test("Go: the SDK and the example compile", async () => {
  const cwd = example("go");
  await sdk("go", path.join(temporary.path, "sdk-go"));
  const module = path.join(cwd, "sdks/lumenone");
  fs.cpSync(path.join(temporary.path, "sdk-go/lumenone"), module, { recursive: true });
  const goMod =
    "module pulumi-lumenone/sdk/go/lumenone\n\ngo 1.23\n\nrequire github.com/pulumi/pulumi/sdk/v3 v3.259.0\n";
  fs.writeFileSync(path.join(module, "go.mod"), goMod);
  const goEnv = { ...process.env, GOWORK: "off", GOFLAGS: "-mod=mod" };
  await run("go", ["build", "-o", path.join(temporary.path, "go-example"), "."], {
    cwd,
    env: goEnv,
    maxBuffer: 1 << 26,
  });
  expect(fs.existsSync(path.join(temporary.path, "go-example"))).toBe(true);
});
