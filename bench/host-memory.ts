import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { processTree } from "../tests/support/process-tree";

const interval = 200;

/**
 * Watches the memory of the process that serves the resources below a running CLI. On Linux this is the kernel's own high-water
 * mark; elsewhere the most of what `ps` says five times a second.
 * @returns ends the watch, and says how many bytes it was at most, if there was such a process
 */
export function watchHostMemory(cli: number): () => number | undefined {
  let most: number | undefined;
  const look = (): void => {
    // Its start script first runs another node that looks for its path, with the same words in the command line.
    for (const pid of processTree(cli).filter((each) =>
      /dynamic-provider|pulumi-resource-lumenone/.test(commandOf(each)),
    )) {
      const now = memoryOf(pid);
      if (now !== undefined) most = Math.max(most ?? 0, now);
    }
  };
  const timer = setInterval(look, interval);
  return () => {
    clearInterval(timer);
    return most;
  };
}

function commandOf(pid: number): string {
  if (process.platform !== "linux") return ps(pid, "command");
  return contentOf(`/proc/${pid}/cmdline`);
}

function memoryOf(pid: number): number | undefined {
  const kilobytes =
    process.platform === "linux" ? /VmHWM:\s*(\d+)/.exec(contentOf(`/proc/${pid}/status`))?.[1] : ps(pid, "rss");
  return kilobytes ? Number(kilobytes) * 1024 : undefined;
}

/** Empty when the process has ended. */
function contentOf(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function ps(pid: number, column: string): string {
  try {
    return execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}
