import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { confirm } from "../console/confirm";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { findProject } from "../fleet/find-project";
import { listStacks } from "../fleet/list-stacks";
import { type Deployment, nativeDeployment } from "./native-deployment";
import { runPulumi, saidBy } from "../pulumi/run-pulumi";

/** Options of `migrate`. */
export interface MigrateOptions {
  readonly stack?: string;
  readonly all?: boolean;
  readonly yes?: boolean;
}

/** The result for one stack: how many resources were rewritten, and the file with the state as it was. */
interface MigratedStack {
  readonly stack: string;
  readonly count: number;
  readonly backup?: string;
  readonly problem?: string;
}

/**
 * `migrate`: rewrites the state of stacks for the native plugin. Sends no request to LumenOne. A migrated stack stays as it
 * is, so an interrupted run can be repeated.
 */
export async function migrate(
  { stack, all = false, yes = false }: MigrateOptions,
  reporter: Reporter,
): Promise<number> {
  if ((stack !== undefined) === all) {
    throw new CommandError(
      "Give one stack with --stack NAME, or --all for every stack of the project.",
      exitCode.usage,
    );
  }
  const project = findProject(".");
  const stacks = stack === undefined ? [...(await listStacks(project))].sort() : [stack];
  await confirm(
    `Moves ${stacks.length === 1 ? `the stack ${stacks[0]}` : `${stacks.length} stacks`} to the native plugin. There is no way back ` +
      "but the backup: a program of the dynamic provider would make everything anew.",
    "migrate",
    yes,
  );
  const results: MigratedStack[] = [];
  for (const name of stacks) {
    reporter.progress(`Migrating ${name}`);
    const result = await migrateStack(name, project).catch(({ message }: Error): MigratedStack => ({
      stack: name,
      count: 0,
      problem: message,
    }));
    results.push(result);
    reporter.say(lineOf(result));
  }
  reporter.result({ stacks: results });
  return results.some(({ problem }) => problem !== undefined) ? exitCode.failed : exitCode.done;
}

function lineOf({ stack, count, backup, problem }: MigratedStack): string {
  if (problem !== undefined) return `${stack}: not migrated. ${problem}`;
  if (count === 0) return `${stack}: nothing to migrate.`;
  return `${stack}: ${count} resources are on the native plugin now. The state as it was: ${backup}`;
}

async function migrateStack(stack: string, project: string): Promise<MigratedStack> {
  const exported = await pulumi(project, ["stack", "export", "--stack", stack]);
  const state = JSON.parse(exported) as { deployment?: Deployment };
  const { deployment, count } = nativeDeployment(state.deployment ?? {});
  if (count === 0) return { stack, count };
  const base = join(project, `${stack.replace(/[^\w.-]/g, "-")}.before-migrate`);
  let backup = `${base}.json`;
  for (let number = 2; existsSync(backup); number++) backup = `${base}-${number}.json`;
  // Secrets stand encrypted in it.
  writeFileSync(backup, exported, { mode: 0o600, flag: "wx" });
  await pulumi(project, ["stack", "import", "--stack", stack], JSON.stringify({ ...state, deployment }));
  return { stack, count, backup };
}

async function pulumi(project: string, args: readonly string[], input?: string): Promise<string> {
  const exit = await runPulumi([...args, "--non-interactive"], { cwd: project, input });
  if (exit.code !== 0) throw new CommandError(`\`pulumi ${args.slice(0, 2).join(" ")}\` failed: ${saidBy(exit)}`);
  return exit.stdout;
}
