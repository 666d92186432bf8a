import * as fs from "node:fs";
import * as path from "node:path";

/** Every file below a folder that a run may have written: without links, packages and plugins. */
export function readableFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink() && !["node_modules", "plugins"].includes(entry.name))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? readableFiles(file) : entry.isFile() ? [file] : [];
    });
}
