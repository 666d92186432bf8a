import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { FAST_START } from "./child-environment";
import { leftovers } from "./leftovers";
import { ensurePulumi, type PulumiCli } from "./pulumi-cli";
import { pulumiEnvironment } from "./pulumi-environment";
import { startPulumi } from "./pulumi-process";
import { readEngineEvents } from "./stack/engine-events";
import { flagsOf, type RunOptions } from "./stack/run-options";
import { type RunResult, runResult } from "./stack/run-result";
import { type Program, type ServedProgram, serveProgram } from "./stack/serve-program";
import { type ConfigValue, writeConfig, writeNewStack } from "./stack/stack-files";
import { UnexpectedEnd } from "./stack/unexpected-end";

export { type Program, type RunOptions, type RunResult, UnexpectedEnd };

/** What of a stack can be chosen. */
export interface TestStackOptions {
  /** Default: `dev`. */
  readonly name?: string;
  /** Default: `test`. */
  readonly project?: string;
  /** Namespaced: `{"lumenone:apiKey": {value: "k", secret: true}}`. */
  readonly config?: Readonly<Record<string, ConfigValue>>;
  /** For the CLI and its plugins. The program runs in this process and sees this process's variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default: the one that {@link ensurePulumi} finds. */
  readonly cli?: PulumiCli;
}

/** A resource of an import file. */
export interface ImportedResource {
  readonly type: string;
  readonly name: string;
  readonly id?: string;
  readonly [field: string]: unknown;
}

/** The part of a deployment that tests read. */
export interface Deployment {
  readonly resources?: readonly {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly inputs?: Record<string, unknown>;
    readonly outputs?: Record<string, unknown>;
    readonly [field: string]: unknown;
  }[];
  readonly [field: string]: unknown;
}

/**
 * A stack of its own, with home, backend and project in a temporary folder, driven by the real CLI. Programs are functions
 * of this process, as with the Automation API, and stacks may run at the same time. Each run is one start of the CLI;
 * the Automation API needs four for an `up`. Everything it reports comes from the engine's events.
 */
export class TestStack {
  /** The project's folder: relative paths of the host process begin here, and every package of the repository resolves. */
  readonly folder: string;
  readonly name: string;
  readonly #cli: PulumiCli;
  readonly #env: Readonly<Record<string, string>>;
  readonly #stateFile: string;
  #runs = 0;

  constructor(cli: PulumiCli, name: string, folder: string, env: Readonly<Record<string, string>>, stateFile: string) {
    this.#cli = cli;
    this.name = name;
    this.folder = folder;
    this.#env = env;
    this.#stateFile = stateFile;
    leftovers.add(this.dispose);
  }

  /** `pulumi up --yes --skip-preview`. */
  async up(program: Program, options: RunOptions = {}): Promise<RunResult> {
    return await this.#run(["up", "--yes", "--skip-preview"], options, program);
  }

  /** `pulumi preview`. */
  async preview(program: Program, options: RunOptions = {}): Promise<RunResult> {
    return await this.#run(["preview"], options, program);
  }

  /** `pulumi refresh --yes --skip-preview`; with a program also `--run-program`. */
  async refresh(options: RunOptions & { readonly program?: Program } = {}): Promise<RunResult> {
    const runProgram = options.program ? ["--run-program"] : [];
    return await this.#run(["refresh", "--yes", "--skip-preview", ...runProgram], options, options.program);
  }

  /** `pulumi destroy --yes --skip-preview`; with a program also `--run-program`. */
  async destroy(options: RunOptions & { readonly program?: Program } = {}): Promise<RunResult> {
    const runProgram = options.program ? ["--run-program"] : [];
    return await this.#run(["destroy", "--yes", "--skip-preview", ...runProgram], options, options.program);
  }

  /** The same for any of these commands with other flags, such as `["destroy", "--yes"]`, which previews first. */
  async run(command: readonly string[], options: RunOptions, program?: Program): Promise<RunResult> {
    return await this.#run(command, options, program);
  }

  /** `pulumi import --file`, with the resources unprotected and no code generated. */
  async importFile(resources: readonly ImportedResource[], options: RunOptions = {}): Promise<RunResult> {
    const file = path.join(this.folder, `import-${this.#runs}.json`);
    fs.writeFileSync(file, JSON.stringify({ resources }), { mode: 0o600 });
    try {
      const flags = ["--yes", "--skip-preview", "--generate-code=false", "--protect=false"];
      return await this.#run(["import", "--file", file, ...flags], options);
    } finally {
      fs.rmSync(file);
    }
  }

  /** Any other command of the CLI on this stack, such as `["state", "taint", urn, "--yes"]`. */
  async command(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
    return await this.#start(args, [...flagsOf(options), "--stack", this.name, "--non-interactive"], options);
  }

  /** Replaces the whole config of the stack. */
  async setConfig(config: Readonly<Record<string, ConfigValue>>): Promise<void> {
    await writeConfig({ stack: this.name, folder: this.folder }, config);
  }

  /** The deployment as `pulumi stack export` prints it; read from the backend unless secrets are to be shown. */
  async export(options: { readonly showSecrets?: boolean } = {}): Promise<Deployment> {
    if (!options.showSecrets) {
      const state = JSON.parse(fs.readFileSync(this.#stateFile, "utf8")) as { checkpoint: { latest: Deployment } };
      return state.checkpoint.latest;
    }
    const { stdout } = await this.command(["stack", "export", "--show-secrets"]);
    return (JSON.parse(stdout) as { deployment: Deployment }).deployment;
  }

  /** The stack's outputs in clear; those of a {@link RunResult} show no secret. */
  async outputs(): Promise<Record<string, unknown>> {
    const { stdout } = await this.command(["stack", "output", "--json", "--show-secrets"]);
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  /** The variables of its CLI, for a command that runs one on this stack. */
  get env(): Readonly<Record<string, string>> {
    return this.#env;
  }

  /** The state as it lies on disk. */
  stateFile(): { readonly path: string; readonly bytes: Buffer } {
    return { path: this.#stateFile, bytes: fs.readFileSync(this.#stateFile) };
  }

  /** Removes the folder; what the stack made stays. After a test file this happens by itself. */
  readonly dispose = (): void => {
    fs.rmSync(path.dirname(this.folder), { recursive: true, force: true });
    leftovers.delete(this.dispose);
  };

  /** Without a program one is served all the same: the CLI would start the language host just to ask it its version. */
  async #run(command: readonly string[], options: RunOptions, program: Program = noProgram): Promise<RunResult> {
    const events = path.join(path.dirname(this.folder), `events-${this.#runs++}.jsonl`);
    const served = await serveProgram(program);
    const flags = [
      ...flagsOf(options),
      ...["--stack", this.name, "--non-interactive", "--color", "never", "--event-log", events],
      // The import command has no such flag.
      ...(command[0] === "import" ? [] : ["--client", served.address, "--exec-kind", "auto.inline"]),
    ];
    try {
      return await this.#start(command, flags, options, events, served);
    } finally {
      served.close();
      fs.rmSync(events, { force: true });
    }
  }

  async #start(
    command: readonly string[],
    flags: readonly string[],
    options: RunOptions,
    events?: string,
    { errors: thrown, cutOffs }: Pick<ServedProgram, "errors" | "cutOffs"> = { errors: [], cutOffs: [] },
  ): Promise<RunResult> {
    const skip = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };
    const begun = performance.now();
    const pulumi = startPulumi(this.#cli.command, [...command, ...flags], {
      cwd: this.folder,
      env: { ...this.#env, ...(options.skipCheckpoints ? skip : {}), ...options.env },
      ...(options.timeoutSeconds === undefined ? {} : { timeoutSeconds: options.timeoutSeconds }),
    });
    options.onStart?.(pulumi);
    const exit = await pulumi.ended;
    const milliseconds = Math.round(performance.now() - begun);
    const result = runResult(exit, events === undefined ? [] : readEngineEvents(events), {
      thrown,
      cutOffs,
      milliseconds,
    });
    const { expectFailure = false } = options;
    if (expectFailure !== "maybe" && expectFailure === result.ok) throw new UnexpectedEnd(command.join(" "), result);
    return result;
  }
}

function noProgram(): never {
  throw new Error("this command was not given a program");
}

/** Makes an empty stack. */
export async function testStack(options: TestStackOptions = {}): Promise<TestStack> {
  const { name = "dev", project = "test", config = {}, env = {} } = options;
  const cli = options.cli ?? (await foundOnce());
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-stack-"));
  const folder = path.join(root, "project");
  fs.mkdirSync(folder);
  fs.symlinkSync(path.resolve(__dirname, "../../node_modules"), path.join(folder, "node_modules"));
  const environment = pulumiEnvironment(cli, root, {
    ...FAST_START,
    // Without it the CLI does not know --event-log.
    PULUMI_DEBUG_COMMANDS: "true",
    ...env,
  });
  const stateFile = await writeNewStack({ project, stack: name, folder, backend: path.join(root, "backend") });
  await writeConfig({ stack: name, folder }, config);
  return new TestStack(cli, name, folder, environment, stateFile);
}

let found: Promise<PulumiCli> | undefined;

/** The global setup of the tests has printed which one it is, and has got one if there was none. */
async function foundOnce(): Promise<PulumiCli> {
  return await (found ??= ensurePulumi({ print: () => undefined }));
}
