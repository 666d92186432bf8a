import { type Stack } from "@pulumi/pulumi/automation";
import { killedMarker } from "../../../lifecycle/once/after-kill";
import { journalVariable } from "../../../lifecycle/once/file-journal";
import { type Task } from "../task";
import { journalFile, leftJournal, removeJournal, writeJournal } from "./create-journal-file";
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
  const { ours = [], notOurs = [] } = task.options;
  const { count, lines } = task.exists
    ? await takeOffPendingCreates(stack, leftJournal(file), { ours, notOurs }, task.sharesName)
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
    if (/^code: \d+$/m.test(text) && !text.includes(killedMarker)) removeJournal(file);
    throw error;
  }
  removeJournal(file);
}
