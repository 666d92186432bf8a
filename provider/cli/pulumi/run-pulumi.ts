import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { CommandError } from "../exit-code";

/** How a run of another program ended. */
export interface Exit {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of a run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Goes to standard input, and so not into the list of processes. */
  readonly input?: string;
}

/** Runs a program to its end. Its output is kept, not shown. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Exit> {
  const { cwd, env, input } = options;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    // npm and some installations of Pulumi are scripts there, which only a shell starts. Git is not, and a branch may be
    // named like a command.
    shell: process.platform === "win32" && command !== "git",
  });
  child.stdin?.on("error", () => undefined).end(input);
  const [[code], stdout, stderr] = await Promise.all([
    once(child, "close") as Promise<[Exit["code"]]>,
    text(child.stdout!),
    text(child.stderr!),
  ]);
  return { code, stdout, stderr };
}

/** There is no Pulumi CLI to run. */
export class NoPulumiError extends CommandError {}

/**
 * Runs the Pulumi CLI on PATH without a terminal.
 * @throws {NoPulumiError} there is none
 */
export async function runPulumi(args: readonly string[], options: RunOptions = {}): Promise<Exit> {
  try {
    const env = { PULUMI_SKIP_UPDATE_CHECK: "true", NO_COLOR: "1", ...options.env };
    return await run("pulumi", args, { ...options, env });
  } catch (error) {
    throw new NoPulumiError(
      "There is no Pulumi CLI on PATH. Install it from https://www.pulumi.com/docs/install/.",
      undefined,
      { cause: error },
    );
  }
}

/** Without the word with which the CLI begins its errors. */
export function withoutErrorWord(said: string): string {
  return said.replace(/^\s*(?:stderr: )?error: /gm, "");
}

/** The output of a failed run, for a message. */
export function saidBy({ stdout, stderr }: Exit): string {
  return [stdout, stderr].join("\n").trim();
}
