import { readFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { type Task } from "../task";
import { lockHolders } from "./failure";
import { pulumiOf } from "./pulumi-of";

/** Does something with a stack. If a dead run of this machine has left it locked, removes the lock and does it once more. */
export async function withoutStaleLock<T>(task: Task, notes: string[], act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error) || !isStaleLock(error.message)) throw error;
    await pulumiOf(task, ["cancel", "--stack", task.stack, "--yes"]);
    notes.push("The lock of a run on this machine that had died was taken away.");
    return await act();
  }
}

/**
 * Whether dead runs on this machine left every lock that the CLI reported. A process id is valid on one machine only, so
 * the backend has to be a folder of this machine.
 */
export function isStaleLock(said: string, hostNow = hostname(), isAlive: (pid: number) => boolean = alive): boolean {
  const holders = lockHolders(said);
  const isDead = holders.every(
    ({ user, host, pid }) => host === hostNow && user === userInfo().username && !isAlive(pid),
  );
  return /file:\/\//.test(said) && holders.length > 0 && isDead;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a process has ended and its parent has not asked how: in a container without an init it stays so. Linux only. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false; // Another system.
  }
}
