import { type Reporter } from "../../console/reporter";
import { exitCode } from "../../exit-code";
import { type FleetOptions } from "../fleet-options";
import { type TenantResult, type Verb } from "../task";
import { isBad } from "./result-status";
import { summaryLines, writeSummary } from "./summary";

/** Reports the result of a fleet's run. @returns the exit code */
export function conclude(
  verb: Verb,
  results: readonly TenantResult[],
  seconds: number,
  options: FleetOptions,
  reporter: Reporter,
): number {
  const sorted = [...results].sort((one, other) => one.stack.localeCompare(other.stack));
  const lines = summaryLines(verb, sorted, seconds);
  for (const line of lines) reporter.say(line);
  if (options.summary !== undefined) writeSummary(options.summary, lines, verb, sorted, seconds);
  reporter.result({ command: verb, seconds: Math.round(seconds), tenants: sorted });
  if (sorted.some(isBad)) return exitCode.failed;
  const isChanged = sorted.some(({ status }) => status === "changed");
  const mustNot = verb === "drift" || (verb === "preview" && options.expectNoChanges === true);
  return mustNot && isChanged ? exitCode.found : exitCode.done;
}
