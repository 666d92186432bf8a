import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * The project's name: that of `Pulumi.yaml` where there is one, since the stack's configuration depends on it; else the
 * wanted one; else that of the folder.
 */
export function projectName(folder: string, wanted?: string): string {
  const file = join(folder, "Pulumi.yaml");
  const there = existsSync(file) ? /^name:\s*["']?([\w.-]+)/m.exec(readFileSync(file, "utf8"))?.[1] : undefined;
  // Pulumi takes ASCII only.
  const words = basename(folder)
    .replace(/[^A-Za-z0-9_.]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return there ?? wanted ?? (words || "lumenone");
}
