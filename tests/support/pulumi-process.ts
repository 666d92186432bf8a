import { spawn } from "node:child_process";
import { killTree } from "./process-tree";

/** How a run of the CLI ended. */
export interface PulumiExit {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the CLI that is under way. */
export interface PulumiProcess {
  readonly pid: number;
  readonly ended: Promise<PulumiExit>;
  /** Signals the CLI alone, as `kill` does; its plugins learn of it from the CLI. */
  signal(signal: NodeJS.Signals): void;
  /** Ends the CLI and every process it started, at once. */
  kill(): void;
}

/** What of a run can be chosen. */
export interface PulumiProcessOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** After that the CLI and all it started are killed, and `ended` fails. Default: 120. */
  readonly timeoutSeconds?: number;
}

/** Every run that is under way, so that none outlives this process. */
const running = new Set<PulumiProcess>();
process.on("exit", () => running.forEach((pulumi) => pulumi.kill()));

/** Starts the CLI without a terminal. */
export function startPulumi(command: string, args: readonly string[], options: PulumiProcessOptions): PulumiProcess {
  const child = spawn(command, args, { cwd: options.cwd, env: options.env, stdio: ["ignore", "pipe", "pipe"] });
  const seconds = options.timeoutSeconds ?? 120;
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));

  const ended = new Promise<PulumiExit>((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      pulumi.kill();
    }, seconds * 1000);
    child.on("error", (error) => {
      clearTimeout(timer);
      running.delete(pulumi);
      reject(error);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      running.delete(pulumi);
      if (!late) resolve({ code, signal, stdout, stderr });
      else reject(new Error(`pulumi ${args.join(" ")} did not end within ${seconds} s\n${stdout}\n${stderr}`));
    });
  });
  const pulumi: PulumiProcess = {
    pid: child.pid ?? 0,
    ended,
    signal: (signal) => void child.kill(signal),
    kill: () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) killTree(child.pid);
    },
  };
  running.add(pulumi);
  return pulumi;
}
