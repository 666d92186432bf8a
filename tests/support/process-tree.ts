import { execFileSync } from "node:child_process";
import * as fs from "node:fs";

/**
 * A process and everything it started, itself last. Plugins of the Pulumi CLI have process groups of their own, so a
 * signal to the CLI's group would miss them.
 */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const [pid, parent] of processes()) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const below = (pid: number): number[] => [...(children.get(pid) ?? []).flatMap(below), pid];
  return below(root);
}

/** Ends a process that the caller started, and everything it started. */
export function killTree(root: number, signal: NodeJS.Signals = "SIGKILL"): void {
  for (const pid of processTree(root)) send(pid, signal);
}

/**
 * Ends a process that the caller started, and everything it started, at one moment: whoever sees another one die could
 * come to an end of its own. All of them stand still before the first is killed.
 */
export function killAtOnce(root: number): void {
  const seen = new Set<number>();
  // Parents first; what they start before they stand still is found in the next round.
  for (
    let found = processTree(root).reverse();
    found.some((pid) => !seen.has(pid));
    found = processTree(root).reverse()
  ) {
    for (const pid of found.filter((each) => !seen.has(each))) {
      seen.add(pid);
      send(pid, "SIGSTOP");
    }
  }
  for (const pid of seen) send(pid, "SIGKILL");
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** Whether a process is at work. One that has ended may stay listed until its parent takes note of it. */
export function isRunning(pid: number): boolean {
  return processes().some(([listed]) => listed === pid);
}

/** Process id and parent's id of all that have not ended. Slim containers have no `ps`, macOS has no `/proc`. */
function processes(): [number, number][] {
  if (process.platform !== "linux") {
    const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" }).trim().split("\n");
    return lines
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , state]) => !state?.startsWith("Z"))
      .map(([pid, parent]) => [Number(pid), Number(parent)]);
  }
  return fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid): [number, number][] => {
      try {
        // "PID (NAME) STATE PPID ...", where NAME may hold spaces and brackets.
        const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
        const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return state === "Z" ? [] : [[Number(pid), Number(parent)]];
      } catch {
        return [];
      }
    });
}
