import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { processTree } from "../../tests/support/process-tree";

/** Resident memory of a process in MB; 0 for one that has ended. */
function memoryOf(pid: number): number {
  try {
    const text =
      process.platform === "linux"
        ? (/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0")
        : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
    return Number(text) / 1024;
  } catch {
    return 0;
  }
}

/** Looks every half second at what the fleet's process and all that it started hold. */
export function watchMemory() {
  const samples: { fleet: number; all: number }[] = [];
  const timer = setInterval(() => {
    const tree = processTree(process.pid).filter((pid) => pid !== process.pid);
    // The first that this process started is listed last.
    const fleet = tree.at(-1);
    if (fleet === undefined) return;
    samples.push({ fleet: memoryOf(fleet), all: tree.reduce((sum, pid) => sum + memoryOf(pid), 0) });
  }, 500);
  return () => {
    clearInterval(timer);
    const most = (part: typeof samples, key: "fleet" | "all") =>
      Math.round(Math.max(0, ...part.map((each) => each[key])));
    const quarter = Math.max(1, Math.floor(samples.length / 4));
    return {
      fleetFirstQuarter: most(samples.slice(0, quarter), "fleet"),
      fleetLastQuarter: most(samples.slice(-quarter), "fleet"),
      allFirstQuarter: most(samples.slice(0, quarter), "all"),
      allLastQuarter: most(samples.slice(-quarter), "all"),
      peak: most(samples, "all"),
    };
  };
}
