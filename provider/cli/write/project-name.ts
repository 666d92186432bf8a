import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * What the project is called: as `Pulumi.yaml` has it where there is one, since the stack's configuration is named
 * after it; else as asked; else like its folder.
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
