import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { leftovers } from "../leftovers";

/** A process that serves on the port it printed first. */
export interface PortProcess {
  readonly pid: number;
  readonly port: number;
  /** Without the first line. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Sends a signal, and waits until the process has ended and its output is complete. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

/** Starts a Node script that serves gRPC the way Pulumi's plugins do: the first line it prints is its port. */
export async function startProcess(
  script: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<PortProcess> {
  const child = spawn(process.execPath, [script, ...args], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
    leftovers.delete(end);
  };
  const end = async (): Promise<void> => await kill("SIGKILL");
  leftovers.add(end);

  const printed: string[] = [];
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const lines = createInterface({ input: child.stdout }).on("line", (line) => printed.push(line));
  await Promise.race([once(lines, "line"), ended]);
  const port = Number(printed.shift());
  if (!Number.isInteger(port)) {
    await end();
    throw new Error(`${script} printed no port\n${printed.join("\n")}\n${stderr}`);
  }
  return { pid: child.pid ?? 0, port, stdout: () => printed.join("\n"), stderr: () => stderr, kill };
}
