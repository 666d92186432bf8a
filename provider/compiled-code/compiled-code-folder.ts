import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The folder in which processes of this package keep compiled code for the next start: NODE_COMPILE_CACHE, or
 * `pulumi-lumenone/compiled` in the user's cache folder, which is made.
 * @returns undefined with NODE_DISABLE_COMPILE_CACHE=1, or where the folder cannot be made: it is faster with it, and works without
 */
export function compiledCodeFolder(environment: NodeJS.ProcessEnv): string | undefined {
  const { NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE } = environment;
  if (NODE_DISABLE_COMPILE_CACHE === "1") return undefined;
  const folder = NODE_COMPILE_CACHE || join(userCache(environment), "pulumi-lumenone", "compiled");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch {
    return undefined;
  }
}

/** Where programs of this user keep what can be made again. */
function userCache({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === "win32") return LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return process.platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}
