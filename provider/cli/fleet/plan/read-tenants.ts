import { type FileProblem } from "../../../tenant/file/sourced";
import { readTenantFile, type TenantFile, type TenantFileOptions } from "../../../tenant/file/tenant-file";

/** Reads tenants one after the other. Two of one stack are a problem of the second. */
export function* readTenants(
  paths: readonly string[],
  optionsOf: (path: string) => TenantFileOptions,
): Generator<TenantFile> {
  const stacks = new Map<string, string>();
  for (const path of paths) {
    const tenant = readTenantFile(path, optionsOf(path));
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
