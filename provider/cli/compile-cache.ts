import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Lets the processes that a command starts (Pulumi's programs and providers, workers of a fleet) keep their compiled code for
 * the next start. NODE_COMPILE_CACHE is another folder; NODE_DISABLE_COMPILE_CACHE=1 switches it off. Node before 22.1
 * ignores both.
 */
export function keepCompiledCode(environment: NodeJS.ProcessEnv = process.env): void {
  if (environment["NODE_COMPILE_CACHE"]) return;
  const folder = join(userCache(environment), "pulumi-lumenone", "compiled");
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // It is faster with it, and works without.
    return;
  }
  environment["NODE_COMPILE_CACHE"] = folder;
}

/** Where programs of this user keep what can be made again. */
function userCache({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === "win32") return LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return process.platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}
