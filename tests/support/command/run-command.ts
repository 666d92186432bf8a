import { type Simulator } from "lumenone-simulator";
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { childEnvironment } from "../child-environment";

/** The command as it is installed. */
export const commandFile = path.resolve(__dirname, "../../../provider/dist/cli/main.js");

/** How a run of the command ended. */
export interface CommandExit {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What of a run can be chosen. */
export interface CommandOptions {
  readonly simulator?: Simulator;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Ends it with SIGTERM as soon as standard error says this. */
  readonly endWhen?: RegExp;
}

/** Settings that reach a simulator. */
export function settingsOf({ url, apiKey, accountId }: Simulator): Record<string, string> {
  return { LUMENONE_BASE_URL: url, LUMENONE_API_KEY: apiKey, LUMENONE_ACCOUNT_ID: accountId };
}

/** Runs `pulumi-lumenone` in a process of its own, without a terminal. */
export function runCommand(args: readonly string[], options: CommandOptions = {}): Promise<CommandExit> {
  const { simulator, env, cwd = os.tmpdir(), endWhen } = options;
  const child = spawn(process.execPath, [commandFile, ...args], {
    cwd,
    env: { ...childEnvironment(), ...(simulator ? settingsOf(simulator) : {}), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    if (endWhen?.test(stderr)) child.kill("SIGTERM");
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** A folder that is removed with everything in it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-command-"));
  return { path: folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** A search path with a Pulumi CLI that knows its version and nothing else. */
export function fakePulumi(folder: string, version = "v3.259.0"): Record<string, string> {
  const bin = path.join(folder, `bin-${version}`);
  fs.mkdirSync(bin, { recursive: true });
  fs.writeFileSync(path.join(bin, "pulumi"), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  return { PATH: `${bin}${path.delimiter}${process.env["PATH"] ?? ""}` };
}

/** Every file of a folder by its path, links left out. */
export function filesIn(folder: string, below = ""): Record<string, string> {
  return Object.fromEntries(
    fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry): [string, string][] => {
      const inside = path.posix.join(below, entry.name);
      if (entry.isDirectory()) return Object.entries(filesIn(folder, inside));
      return entry.isFile() ? [[inside, fs.readFileSync(path.join(folder, inside), "utf8")]] : [];
    }),
  );
}
