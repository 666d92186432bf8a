import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type JournalLine } from "../../../lifecycle/once/create-journal";

/** The per-user folder of files that outlive a command. */
function stateFolder(): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = process.env;
  const folder = process.platform === "win32" ? LOCALAPPDATA : XDG_STATE_HOME;
  return join(folder || join(homedir(), ".local", "state"), "pulumi-lumenone", "creates");
}

/** The file in which the run of a stack on this machine writes down what it is about to create. */
export function journalFile(project: string, stack: string): string {
  const which = JSON.stringify([process.env["PULUMI_BACKEND_URL"] ?? "", realpathSync(project), stack]);
  return join(stateFolder(), `${createHash("sha256").update(which).digest("hex").slice(0, 32)}.jsonl`);
}

/** The lines of the file that a run has left; undefined where none has. */
export function leftJournal(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Begins the file anew. It is on the disk when this returns. */
export function writeJournal(file: string, lines: readonly JournalLine[]): void {
  mkdirSync(join(file, ".."), { recursive: true });
  const opened = openSync(file, "w", 0o600);
  try {
    writeSync(opened, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** A run has come to its end: everything that it created is in the state. */
export function removeJournal(file: string): void {
  rmSync(file, { force: true });
}
