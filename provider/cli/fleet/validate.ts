import { relative, resolve } from "node:path";
import { loadContract } from "../../client/contract/overlay/load-contract";
import { describeProblem } from "../../tenant/file/describe-problem";
import { type FileProblem } from "../../tenant/file/sourced";
import { type Reporter } from "../console/reporter";
import { exitCode } from "../exit-code";
import { type FleetOptions } from "./fleet-options";
import { readTenants } from "./plan/read-tenants";

/** Checks tenants' files. Asks neither LumenOne nor Pulumi. */
export function validate(
  paths: readonly string[],
  { allowOutside = false, contract }: Pick<FleetOptions, "allowOutside" | "contract">,
  reporter: Reporter,
): number {
  const overlay = contract === undefined ? undefined : resolve(contract);
  // Even if no tenant needs it: the fleet will use it.
  if (overlay !== undefined) loadContract(overlay);
  const tenants: { file: string; stack: string; secrets: readonly string[]; valid: boolean }[] = [];
  const problems: FileProblem[] = [];
  const reported = new Set<string>();
  for (const tenant of readTenants(paths, { allowOutside, contract: overlay })) {
    const { path, stack, secrets } = tenant;
    reporter.progress(`${tenants.length} tenants`);
    tenants.push({ file: relative("", path), stack, secrets, valid: tenant.problems.length === 0 });
    for (const problem of tenant.problems) {
      const shown = { ...problem, file: relative("", problem.file) };
      // All tenants of a base would report the same problem of it.
      const line = describeProblem(shown);
      if (reported.has(line)) continue;
      reported.add(line);
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
