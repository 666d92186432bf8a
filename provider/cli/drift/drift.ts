import { resolve } from "node:path";
import { type Reporter } from "../console/reporter";
import { exitCode } from "../exit-code";
import { driftTable } from "./drift-table";
import { findDrift } from "./find-drift";

/** Options of `drift`. */
export interface DriftOptions {
  readonly stack?: string;
  readonly cwd?: string;
  readonly contract?: string;
  readonly runProgram?: boolean;
}

/** Reports what was changed outside of Pulumi, field by field. Changes neither LumenOne nor the state. */
export async function drift({ stack, cwd, runProgram, contract }: DriftOptions, reporter: Reporter): Promise<number> {
  reporter.step("Asking LumenOne");
  // The provider reads it: the stack's configuration takes precedence.
  if (contract !== undefined) process.env["LUMENONE_CONTRACT"] = resolve(contract);
  const args = [...(stack === undefined ? [] : ["--stack", stack]), ...(runProgram ? ["--run-program"] : [])];
  const found = await findDrift(args, { cwd });
  const resources = new Set(found.map(({ urn }) => urn)).size;
  reporter.result({ drift: found, resources });
  if (found.length === 0) {
    reporter.say("No drift.");
    return exitCode.done;
  }
  reporter.say(`${resources === 1 ? "One resource was" : `${resources} resources were`} changed outside of Pulumi.`);
  reporter.say();
  for (const line of driftTable(found)) reporter.say(line);
  reporter.say();
  reporter.say("`pulumi up --refresh` brings back what the program declares; what is wanted belongs into the program.");
  return exitCode.found;
}
