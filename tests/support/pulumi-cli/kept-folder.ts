import * as os from "node:os";
import * as path from "node:path";

/** The per-user folder that keeps the CLI, outside of the checkout, so that a fresh clone finds it. */
export function keptFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const caches =
    env.XDG_CACHE_HOME ||
    (platform === "darwin" ? path.join(os.homedir(), "Library", "Caches") : path.join(os.homedir(), ".cache"));
  return path.join(caches, "pulumi-lumenone");
}
