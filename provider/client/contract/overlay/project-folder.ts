import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The project's file in a folder: Pulumi.yaml or Pulumi.yml. Undefined where there is none. */
export function projectFile(folder: string): string | undefined {
  return ["Pulumi.yaml", "Pulumi.yml"].map((name) => join(folder, name)).find((file) => existsSync(file));
}

/** The nearest folder with a project's file: the path itself, or one above it. Undefined where there is none. */
export function projectFolder(path: string): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (projectFile(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
