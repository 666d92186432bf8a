import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type FileProblem } from "../../tenant/file/sourced";
import { readTenantFile, type TenantFile } from "../../tenant/file/tenant-file";
import { tenantFilesIn } from "../../tenant/file/tenant-files-in";
import { CommandError, exitCode } from "../exit-code";

/** The files that a command line names: files as they are, and of folders all that are tenants. */
export function tenantPaths(given: readonly string[]): string[] {
  const paths = given.flatMap((path) => {
    if (!existsSync(path)) {
      throw new CommandError(
        `There is no file or folder ${path}. Name tenants' files, or their folder.`,
        exitCode.usage,
      );
    }
    return statSync(path).isDirectory() ? tenantFilesIn(path) : [join(path)];
  });
  const seen = new Set<string>();
  return paths.filter((path) => !seen.has(resolve(path)) && seen.add(resolve(path)));
}

/** Reads tenants one after the other. Two of one stack are a problem of the second. */
export function* readTenants(paths: readonly string[]): Generator<TenantFile> {
  const stacks = new Map<string, string>();
  for (const path of paths) {
    const tenant = readTenantFile(path);
    const other = stacks.get(tenant.stack);
    stacks.set(tenant.stack, path);
    if (other === undefined) yield tenant;
    else {
      const message = `${other} is the stack "${tenant.stack}" already: give this one another with \`stack:\`, or rename it.`;
      const problem: FileProblem = { file: tenant.path, line: 1, column: 1, message };
      yield { ...tenant, problems: [problem, ...tenant.problems] };
    }
  }
}
