import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Whether a file of this name is read at all: tenants and bases. */
export const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);

/** Whether a file of this name is a tenant. */
export const isTenantFile = (name: string): boolean => isYaml(name) && /^[^_.]/.test(name);

/**
 * The files of a folder that are tenants, in the order of their names: `*.yaml` and `*.yml`, but for those whose names
 * begin with `_` or `.`, which are bases.
 */
export function tenantFilesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && isTenantFile(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();
}
