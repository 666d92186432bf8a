import { spawn } from "node:child_process";
import { leftovers } from "./leftovers";
import { killTree, processTree } from "./process-tree";

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
  /** Signals the CLI alone, as `kill` does. Its plugins learn of it from the CLI; after a SIGKILL they live on. */
  signal(signal: NodeJS.Signals): void;
  /** Ends the CLI and every process it started, at once; after a SIGKILL to the CLI, what it left. */
  readonly kill: () => void;
}

/** What of a run can be chosen. */
export interface PulumiProcessOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** After that the CLI and all it started are killed, and `ended` fails. Default: 120. */
  readonly timeoutSeconds?: number;
}

/** Starts the CLI without a terminal. */
export function startPulumi(command: string, args: readonly string[], options: PulumiProcessOptions): PulumiProcess {
  const child = spawn(command, args, { cwd: options.cwd, env: options.env, stdio: ["ignore", "pipe", "pipe"] });
  const seconds = options.timeoutSeconds ?? 120;
  const isUnderWay = (): boolean => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  let orphans: number[] = [];
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
      leftovers.delete(pulumi.kill);
      reject(error);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (orphans.length === 0) leftovers.delete(pulumi.kill);
      if (!late) resolve({ code, signal, stdout, stderr });
      else reject(new Error(`pulumi ${args.join(" ")} did not end within ${seconds} s\n${stdout}\n${stderr}`));
    });
  });
  const pulumi: PulumiProcess = {
    pid: child.pid ?? 0,
    ended,
    signal: (signal) => {
      if (signal === "SIGKILL" && isUnderWay())
        orphans = processTree(child.pid ?? 0).filter((pid) => pid !== child.pid);
      child.kill(signal);
    },
    kill: () => {
      if (isUnderWay()) killTree(child.pid ?? 0);
      orphans.forEach((pid) => killTree(pid));
      orphans = [];
      leftovers.delete(pulumi.kill);
    },
  };
  leftovers.add(pulumi.kill);
  return pulumi;
}
