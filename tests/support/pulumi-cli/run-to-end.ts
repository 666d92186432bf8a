import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { killTree } from "../process-tree";

/**
 * Runs a command to its end.
 *
 * @throws Error with its last words when it fails, and after `seconds`, when it is killed with all it started.
 */
export async function runToEnd(
  command: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly seconds: number;
    /** Gets each line of standard error and output as it comes. */
    readonly onLine?: (line: string) => void;
  },
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (child.pid !== undefined) killTree(child.pid);
    }, options.seconds * 1000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data: Buffer) => (said += data.toString()));
      if (options.onLine) createInterface({ input: stream }).on("line", options.onLine);
    }
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      if (late) reject(new Error(`${command} did not end within ${options.seconds} s`));
      else if (code === 0) resolve();
      else reject(new Error(said.trim().split("\n").slice(-3).join("\n") || `${command} ended with ${code}`));
    });
  });
}
