import { spawn } from "node:child_process";
import * as path from "node:path";
import { childEnvironment } from "../child-environment";
import { commandFile, exitOf } from "../command/run-command";

/** What a run of `pulumi-lumenone calls` took. */
export interface MeasuredCalls {
  readonly seconds: number;
  /** Most memory that the process had at any time. */
  readonly megabytes: number;
}

/** Runs `pulumi-lumenone calls` in a process of its own, in this folder. @throws what it says, when it fails */
export async function measuredCalls(
  settings: Readonly<Record<string, string>>,
  cwd: string,
  ...args: readonly string[]
): Promise<MeasuredCalls> {
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    ["--require", path.join(__dirname, "print-memory.js"), commandFile, "calls", ...args],
    {
      env: { ...childEnvironment(), ...settings },
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const { code, stdout, stderr } = await exitOf(child);
  if (code !== 0) throw new Error(stdout + stderr);
  return {
    seconds: (performance.now() - begun) / 1000,
    megabytes: Number(/maxRSS (\d+)/.exec(stderr)?.[1]) / 1024,
  };
}
