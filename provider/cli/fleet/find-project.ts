import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CommandError, exitCode } from "../exit-code";

/**
 * The folder of the Pulumi project that the tenants' stacks belong to: the nearest with a Pulumi.yaml, from the first
 * tenant's folder upwards.
 * @throws {CommandError} there is none
 */
export function findProject(path: string): string {
  const names = ["Pulumi.yaml", "Pulumi.yml"];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (names.some((name) => existsSync(join(folder, name)))) return folder;
    if (folder !== dirname(folder)) continue;
    throw new CommandError(
      `No Pulumi.yaml is in ${path} or above it, and the tenants' stacks need a project. Three lines are enough: ` +
        "`name: tenants`, `runtime: nodejs`, `main: index.ts`.",
      exitCode.usage,
    );
  }
}
