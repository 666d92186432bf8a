import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const names = ["Pulumi.yaml", "Pulumi.yml"];

/** The nearest folder with a Pulumi.yaml: the path itself, or one above it. Undefined where there is none. */
export function projectFolder(path: string): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (names.some((name) => existsSync(join(folder, name)))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
