import { spawn } from "node:child_process";
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
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Exit> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      // npm and some installations of Pulumi are scripts there, which only a shell starts. Git is not, and a branch may be
      // named like a command.
      shell: process.platform === "win32" && command !== "git",
    });
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdin?.on("error", () => undefined).end(options.input);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

const environment = { PULUMI_SKIP_UPDATE_CHECK: "true", NO_COLOR: "1" };

/** There is no Pulumi CLI to run. */
export class NoPulumiError extends CommandError {}

/**
 * Runs the Pulumi CLI on PATH without a terminal.
 * @throws {NoPulumiError} there is none
 */
export async function runPulumi(args: readonly string[], options: RunOptions = {}): Promise<Exit> {
  try {
    return await run("pulumi", args, { ...options, env: { ...environment, ...options.env } });
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
