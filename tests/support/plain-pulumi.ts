import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { leftovers } from "./leftovers";
import { ensurePulumi, type PulumiCli } from "./pulumi-cli";
import { pulumiEnvironment } from "./pulumi-environment";
import { screensIn } from "./terminal";
import { type PulumiExit, type PulumiProcess, startPulumi } from "./pulumi-process";

/** How a command ended, with all its output as a user sees it. */
export interface PlainExit extends PulumiExit {
  /** What stdout and stderr said, in this order. */
  readonly output: string;
}

/** What of one command can be chosen. */
export interface PlainOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Default: 180. */
  readonly timeoutSeconds?: number;
  /** Gets the running CLI, to interrupt or kill it. */
  readonly onStart?: (pulumi: PulumiProcess) => void;
}

/** `pulumi` as a user types it in a project's folder. */
export interface PlainPulumi {
  /** Of every command, for tools that prepare what the CLI finds. */
  readonly env: Readonly<Record<string, string>>;
  /** `run("up", "--yes")`. A failing command is not an exception: look at `code`. */
  run(...args: readonly string[]): Promise<PlainExit>;
  /** The same with options. */
  runWith(options: PlainOptions, ...args: readonly string[]): Promise<PlainExit>;
  /** The same in a terminal. @returns the texts of the screens that a person sees, row by row */
  inTerminal(...args: readonly string[]): Promise<string[][]>;
  /** Removes backend and home, not the project. After a test file this happens by itself. */
  dispose(): void;
}

/**
 * The CLI in `project`, with backend and home in a temporary folder. What the commands write into the project, such as
 * `Pulumi.STACK.yaml`, stays there, as it does for a user.
 */
export async function plainPulumi(
  project: string,
  options: { readonly env?: Readonly<Record<string, string>>; readonly cli?: PulumiCli } = {},
): Promise<PlainPulumi> {
  const cli = options.cli ?? (await ensurePulumi({ print: () => undefined }));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-plain-"));
  const env = pulumiEnvironment(cli, folder, options.env);

  const runWith = async (run: PlainOptions, ...args: readonly string[]): Promise<PlainExit> => {
    const pulumi = startPulumi(cli.command, args, {
      cwd: project,
      env: { ...env, ...run.env },
      timeoutSeconds: run.timeoutSeconds ?? 180,
    });
    run.onStart?.(pulumi);
    const exit = await pulumi.ended;
    return { ...exit, output: exit.stdout + exit.stderr };
  };
  const inTerminal = (...args: readonly string[]) => screensIn({ command: cli.command, args, folder: project, env });
  const dispose = (): void => {
    fs.rmSync(folder, { recursive: true, force: true });
    leftovers.delete(dispose);
  };
  leftovers.add(dispose);
  return { env, run: async (...args) => await runWith({}, ...args), runWith, inTerminal, dispose };
}
