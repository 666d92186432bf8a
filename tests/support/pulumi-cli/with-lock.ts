import * as fs from "node:fs";
import * as path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Nobody takes that long; a lock this old belongs to a process id that was given out again. */
const STALE_AFTER_MS = 60 * 60_000;

/**
 * Runs `work` while no other process of this user does. A lock whose process has ended is taken over. Should two
 * take it over in the same instant, both work, which costs time and breaks nothing: see `intoPlace`.
 *
 * @param waiting is called once, with the process id of the owner, when somebody else has the lock.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, waiting: (owner: number) => void): Promise<T> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let called = false; !take(file);) {
    const owner = ownerOf(file);
    if (owner === undefined) {
      fs.rmSync(file, { force: true });
      continue;
    }
    if (!called) waiting(owner);
    called = true;
    await wait(500);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  // Linked into place with its content, so that nobody reads an empty lock.
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

/** The living process that holds the lock; undefined when it is free to be taken. */
function ownerOf(file: string): number | undefined {
  const pid = Number(readIfThere(file));
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > STALE_AFTER_MS) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  return pid;
}

function readIfThere(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
