import { projectFile, projectFolder } from "../../client/contract/overlay/project-folder";
import { settingIn, yamlContent } from "../../tenant/file/project-yaml";
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

/** Whether the project says that its fleet is on the native plugin: `lumenone:native: true` below `config` of its Pulumi.yaml. */
export function isNativeProject(project: string): boolean {
  const value = settingIn(yamlContent(projectFile(project)), "lumenone:native");
  return value === true || value === "true";
}
