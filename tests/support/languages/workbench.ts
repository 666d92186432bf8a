import { createSimulator, type Seed, type Simulator } from "lumenone-simulator";
import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { promisify } from "node:util";
import { runCommand, settingsOf, temporaryFolder } from "../command/run-command";
import { ensurePulumi } from "../pulumi-cli";
import { pulumiEnvironment } from "../pulumi-environment";
import { startPulumi } from "../pulumi-process";
import { languageTools } from "./tools";

const run = promisify(execFile);
const schema = path.resolve(__dirname, "../../../provider/schema/schema.json");

/** A machine as a user of another language has it: the plugin is installed, and SDKs are made of its schema. */
export interface Workbench {
  readonly simulator: Simulator;
  readonly folder: string;
  /** Runs the CLI in a project's folder. @throws what it prints, when it fails */
  pulumi(cwd: string, ...args: string[]): Promise<string>;
  /** Runs a Python program: `up`, `preview` or `destroy` of the stack in a project's folder. */
  python(action: string, program: string, project: string): Promise<PythonRun>;
  /** Compiles all packages of a folder, which becomes a Go module beside which the SDK stands. */
  goBuild(cwd: string): Promise<void>;
  /** @returns the names of files that gofmt would write differently */
  gofmt(cwd: string): Promise<string>;
  close(): Promise<void>;
}

/** What a run of a Python program did. */
export interface PythonRun {
  readonly changes: Record<string, number>;
  readonly outputs: Record<string, unknown>;
}

/** The folders of a Go module that hold a program each. */
function packages(module: string): string[] {
  return fs.readdirSync(module).filter((name) => fs.existsSync(path.join(module, name, "main.go")));
}

/** Installs and starts everything, which takes minutes where the tools have to be built. */
export async function workbench(seed?: Seed): Promise<Workbench> {
  const tools = await languageTools();
  const simulator = await createSimulator({ ...(seed && { seed }) });
  const temporary = temporaryFolder();
  const cli = await ensurePulumi({ print: () => undefined });
  const env = pulumiEnvironment(cli, temporary.path, settingsOf(simulator));
  env["PATH"] = `${tools.yamlHost}${path.delimiter}${env["PATH"]}`;
  const { code, stderr } = await runCommand(["plugin", "install"], { cwd: temporary.path, env });
  expect([code, stderr]).toEqual([0, ""]);

  /** The SDK of a language, made of the schema. Warnings are failures. */
  const sdk = async (language: string): Promise<string> => {
    const folder = path.join(temporary.path, `sdk-${language}`);
    if (fs.existsSync(folder)) return folder;
    const made = await run(tools.codegen, [language, schema, folder]);
    expect(made.stderr).toBe("");
    return folder;
  };

  return {
    simulator,
    folder: temporary.path,
    async pulumi(cwd, ...args) {
      const ended = await startPulumi(cli.command, [...args, "--non-interactive"], { cwd, env }).ended;
      const { stdout } = ended;
      expect([args.join(" "), ended.code, ended.code === 0 ? "" : stdout + ended.stderr]).toEqual([
        args.join(" "),
        0,
        "",
      ]);
      return stdout;
    },
    async python(action, program, project) {
      const generated = await sdk("python");
      // What pip writes when it installs the SDK, which reads its version there.
      const about = path.join(generated, "pulumi_lumenone-0.1.0.dist-info");
      fs.mkdirSync(about, { recursive: true });
      fs.writeFileSync(path.join(about, "METADATA"), "Metadata-Version: 2.1\nName: pulumi_lumenone\nVersion: 0.1.0\n");
      fs.mkdirSync(project, { recursive: true });
      const { stdout } = await run("python3", [path.join(__dirname, "run_program.py"), action, program, project], {
        env: { ...env, PYTHONPATH: [tools.python, generated].join(path.delimiter), PYTHONDONTWRITEBYTECODE: "1" },
      });
      return JSON.parse(stdout.trim().split("\n").at(-1)!) as PythonRun;
    },
    async goBuild(cwd) {
      const module = path.join(cwd, "sdks/lumenone");
      fs.cpSync(path.join(await sdk("go"), "lumenone"), module, { recursive: true });
      const goMod =
        "module pulumi-lumenone/sdk/go/lumenone\n\ngo 1.23\n\nrequire github.com/pulumi/pulumi/sdk/v3 v3.259.0\n";
      fs.writeFileSync(path.join(module, "go.mod"), goMod);
      const goEnv = { ...process.env, GOWORK: "off", GOFLAGS: "-mod=mod" };
      await run("go", ["vet", "./..."], { cwd, env: goEnv, maxBuffer: 1 << 26 });
    },
    async gofmt(cwd) {
      const { stdout } = await run("gofmt", ["-l", "--", ...packages(cwd)], { cwd });
      return stdout;
    },
    async close() {
      await simulator.close();
      temporary.remove();
    },
  };
}
