import { type FleetLimits, type FleetOptions, shareOf } from "./fleet-options";
import { isNativeProject } from "./find-project";
import { left } from "./gone-tenants";
import { type FleetPlan } from "./plan/plan-fleet";
import { invalidFile } from "./report/result-status";
import { type Task, type TenantResult, type Verb } from "./task";

/** The facts of a fleet before its first tenant's turn. */
export interface Fleet {
  readonly verb: Verb;
  /** The project's folder. */
  readonly project: string;
  readonly plan: FleetPlan;
  /** Stacks that the backend has. */
  readonly existing: ReadonlySet<string>;
  /** Stacks whose files are gone. */
  readonly gone: readonly string[];
  /** Why these are not destroyed, although `--prune` was given. */
  readonly noPrune: string | undefined;
  readonly prunes: boolean;
  readonly limits: FleetLimits;
  /** The path of the overlay of stacks that configure none. */
  readonly contract: string | undefined;
  readonly workers: number;
}

/** The turns of a fleet's tenants, and the results of those that have none. */
export function tasksOf(fleet: Fleet, options: FleetOptions): { tasks: Task[]; results: TenantResult[] } {
  const { verb, project, plan, existing } = fleet;
  const tasks: Task[] = [];
  const results: TenantResult[] = [];
  const native = options.native ?? isNativeProject(project);
  const env = {
    ...shareOf(fleet.limits, fleet.workers),
    // The configuration of a tenant's stack takes precedence.
    ...(fleet.contract === undefined ? {} : { LUMENONE_CONTRACT: fleet.contract }),
  };
  for (const { file, stack, organization, problem } of plan.tenants) {
    const exists = existing.has(stack);
    if (problem !== undefined) results.push({ stack, file, changes: {}, seconds: 0, ...invalidFile(problem) });
    else if (!exists && verb !== "up" && verb !== "preview") results.push(neverUp(stack, file));
    else {
      const sharesName = plan.sharedNames.has(organization);
      tasks.push({ verb, file, stack, project, exists, sharesName, env, native, options });
    }
  }
  for (const stack of fleet.gone) {
    if (!fleet.prunes) results.push(left(stack, fleet.noPrune));
    else {
      const removal = { ...options, remove: true };
      tasks.push({ verb: "destroy", stack, project, exists: true, sharesName: false, env, native, options: removal });
    }
  }
  return { tasks, results };
}

function neverUp(stack: string, file: string): TenantResult {
  return { stack, file, status: "unchanged", changes: {}, seconds: 0, notes: ["It has not been brought up."] };
}
