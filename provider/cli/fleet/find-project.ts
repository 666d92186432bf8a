import { projectFolder } from "../../client/contract/overlay/project-folder";
import { CommandError, exitCode } from "../exit-code";

/**
 * The folder of the Pulumi project that the tenants' stacks belong to: the nearest with a Pulumi.yaml, from the first
 * tenant's folder upwards.
 * @throws {CommandError} there is none
 */
export function findProject(path: string): string {
  const folder = projectFolder(path);
  if (folder !== undefined) return folder;
  throw new CommandError(
    `No Pulumi.yaml is in ${path} or above it, and the tenants' stacks need a project. Three lines are enough: ` +
      "`name: tenants`, `runtime: nodejs`, `main: index.ts`.",
    exitCode.usage,
  );
}
