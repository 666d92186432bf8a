import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The files of a folder that are tenants, in the order of their names: `*.yaml` and `*.yml`, but for those whose names
 * begin with `_` or `.`, which are bases.
 */
export function tenantFilesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /^[^_.].*\.ya?ml$/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();
}
