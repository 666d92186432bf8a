import { relative } from "node:path";
import { describeProblem } from "../../tenant/file/describe-problem";
import { type FileProblem } from "../../tenant/file/sourced";
import { type Reporter } from "../console/reporter";
import { exitCode } from "../exit-code";
import { readTenants } from "./read-tenants";
import { tenantPaths } from "./tenant-paths";

/** Options of `validate`. */
export interface ValidateOptions {
  readonly allowOutside?: boolean;
}

/** Checks tenants' files. Asks neither LumenOne nor Pulumi. */
export function validate(
  paths: readonly string[],
  { allowOutside = false }: ValidateOptions,
  reporter: Reporter,
): number {
  const tenants: { file: string; stack: string; secrets: readonly string[]; valid: boolean }[] = [];
  const problems: FileProblem[] = [];
  const told = new Set<string>();
  for (const tenant of readTenants(tenantPaths(paths), () => ({ allowOutside }))) {
    const { path, stack, secrets } = tenant;
    reporter.progress(`${tenants.length} tenants`);
    tenants.push({ file: relative("", path), stack, secrets, valid: tenant.problems.length === 0 });
    for (const problem of tenant.problems) {
      const shown = { ...problem, file: relative("", problem.file) };
      // Tenants of one base would all tell what is wrong in it.
      const line = describeProblem(shown);
      if (told.has(line)) continue;
      told.add(line);
      problems.push(shown);
      reporter.say(line);
    }
  }
  const wrong = tenants.filter(({ valid }) => !valid).length;
  const count = tenants.length === 1 ? "One tenant" : `${tenants.length} tenants`;
  reporter.say(wrong === 0 ? `${count}, no problem.` : `${count}, ${wrong} of them with problems.`);
  reporter.result({ tenants, problems });
  return problems.length > 0 ? exitCode.failed : exitCode.done;
}
