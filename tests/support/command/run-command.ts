import { type Simulator } from "lumenone-simulator";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { type Readable } from "node:stream";
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
  return exitOf(child, (stderr) => endWhen?.test(stderr) && child.kill("SIGTERM"));
}

/** How a process ends that was started without a terminal. @param onStderr gets all of standard error whenever there is more */
export function exitOf(
  child: ChildProcessByStdio<null, Readable, Readable>,
  onStderr?: (stderr: string) => unknown,
): Promise<CommandExit> {
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    onStderr?.(stderr);
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

/** A step of a fake CLI that fails, by the command's first word, and what it says then. */
export interface FakeFailure {
  readonly step: string;
  readonly says: string;
}

/** A search path with a Pulumi CLI that knows its version, and else does nothing, well. */
export function fakePulumi(folder: string, version = "v3.259.0", failure?: FakeFailure): Record<string, string> {
  const bin = path.join(folder, `bin-${version}-${failure?.step ?? "well"}`);
  fs.mkdirSync(bin, { recursive: true });
  const fails = failure === undefined ? "" : `${failure.step}) echo "error: ${failure.says}" >&2; exit 1 ;;`;
  const script = `#!/bin/sh\ncase "$1" in version) echo ${version} ;; ${fails} *) echo "{}" ;; esac\n`;
  fs.writeFileSync(path.join(bin, "pulumi"), script, { mode: 0o755 });
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
