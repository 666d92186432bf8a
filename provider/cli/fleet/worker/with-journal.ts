import { type Stack } from "@pulumi/pulumi/automation";
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
import { killedMarker } from "../../../lifecycle/once/after-kill";
import { type JournalLine } from "../../../lifecycle/once/create-journal";
import { journalVariable } from "../../../lifecycle/once/file-journal";
import { type Task } from "../task";
import { takeOffPendingCreates } from "./pending-creates";

/**
 * Brings a stack up with a journal of what it is about to create. After a run that was killed, the provider looks first for
 * what that run may have created.
 * @param up receives the environment that names the journal
 */
export async function withJournal(
  stack: Stack,
  task: Task,
  notes: string[],
  up: (env: Record<string, string>) => Promise<unknown>,
): Promise<void> {
  const file = journalFile(task.project, task.stack);
  const left = task.exists && existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const { count, lines } = task.exists
    ? await takeOffPendingCreates(stack, task, left)
    : { count: 0, lines: [{ known: [], began: Date.now() }] };
  writeJournal(file, lines);
  if (count > 0) {
    const resources = count === 1 ? "one resource" : `${count} resources`;
    notes.push(`A run was killed while it made ${resources}: what it had made has been taken over, the rest is made.`);
  }
  try {
    await up({ [journalVariable]: file });
  } catch (error) {
    // A CLI that was not killed has recorded all that it did. The doubt after a kill stays.
    const text = error instanceof Error ? error.message : "";
    if (/^code: \d+$/m.test(text) && !text.includes(killedMarker)) rmSync(file, { force: true });
    throw error;
  }
  // Everything that it created is in the state.
  rmSync(file, { force: true });
}

/** The file in which the run of a stack on this machine writes down what it is about to create: it outlives the command. */
function journalFile(project: string, stack: string): string {
  const { XDG_STATE_HOME, LOCALAPPDATA, PULUMI_BACKEND_URL = "" } = process.env;
  const given = process.platform === "win32" ? LOCALAPPDATA : XDG_STATE_HOME;
  const folder = join(given || join(homedir(), ".local", "state"), "pulumi-lumenone", "creates");
  const which = JSON.stringify([PULUMI_BACKEND_URL, realpathSync(project), stack]);
  return join(folder, `${createHash("sha256").update(which).digest("hex").slice(0, 32)}.jsonl`);
}

/** Begins the file anew. It is on the disk when this returns. */
function writeJournal(file: string, lines: readonly JournalLine[]): void {
  mkdirSync(join(file, ".."), { recursive: true });
  const opened = openSync(file, "w", 0o600);
  try {
    writeSync(opened, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
