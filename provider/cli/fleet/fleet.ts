import { statSync } from "node:fs";
import { resolve } from "node:path";
import { confirm } from "../console/confirm";
import { type Reporter } from "../console/reporter";
import { findProject } from "./find-project";
import { type FleetOptions, limitsOf } from "./fleet-options";
import { stacksWithoutFile, whyNoPrune } from "./gone-tenants";
import { listStacks } from "./list-stacks";
import { type FleetPlan, planFleet } from "./plan/plan-fleet";
import { isGoneInShard, shardFrom } from "./plan/shard";
import { Pool } from "./pool";
import { conclude } from "./report/conclude";
import { FleetProgress } from "./report/progress";
import { type Fleet, tasksOf } from "./tasks-of";
import { type Task, type Verb } from "./task";

/** Does the same with every tenant's stack, several at a time. @returns the exit code */
export async function fleet(
  verb: Verb,
  paths: readonly string[],
  options: FleetOptions,
  reporter: Reporter,
): Promise<number> {
  const started = performance.now();
  const found = await find(verb, paths, options, reporter);
  await confirmFleet(found, options.yes === true);
  const { tasks, results } = tasksOf(found, options);
  const invalid = results.filter(({ status }) => status === "invalid");
  const progress = new FleetProgress(tasks.length + invalid.length, reporter);
  for (const result of invalid) progress.end(result);
  const pool = new Pool(Math.min(found.workers, Math.max(1, tasks.length)), {
    onBegin: ({ stack }) => progress.begin(stack),
    onProgress: ({ stack }, made) => progress.progress(stack, made),
    onEnd: (result) => {
      results.push(result);
      progress.end(result);
    },
  });
  await runUntilSignal(pool, tasks, reporter);
  return conclude(verb, results, (performance.now() - started) / 1000, options, reporter);
}

/** Reads the tenants' files, and the names of the existing stacks. */
async function find(verb: Verb, paths: readonly string[], options: FleetOptions, reporter: Reporter): Promise<Fleet> {
  const project = findProject(paths[0] ?? ".");
  const limits = limitsOf(options);
  const shard = options.shard === undefined ? undefined : shardFrom(options.shard);
  reporter.progress("Reading the tenants");
  const { since, allowOutside = false } = options;
  const contract = options.contract === undefined ? undefined : resolve(options.contract);
  const plan = await planFleet(paths, project, { since, shard, allowOutside, contract });
  const existing = isAnyValid(plan) ? await listStacks(project) : new Set<string>();
  const isWhole = paths.every((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  const allGone = isWhole ? await stacksWithoutFile(project, plan, existing) : [];
  const wantsPrune = verb === "up" && options.prune === true;
  const noPrune = wantsPrune && options.allowDeletes !== true ? whyNoPrune(plan, existing, allGone) : undefined;
  return {
    verb,
    project,
    plan,
    existing,
    limits,
    contract,
    noPrune,
    gone: shard ? allGone.filter((stack) => isGoneInShard(stack, shard)) : allGone,
    prunes: wantsPrune && noPrune === undefined,
    // Each worker sends at least one request at a time.
    workers: Math.min(limits.parallel, Math.max(1, Math.floor(limits.maxConcurrency))),
  };
}

/** Without a valid file, nothing is requested from the backend. */
function isAnyValid({ tenants }: FleetPlan): boolean {
  return tenants.length === 0 || tenants.some(({ problem }) => problem === undefined);
}

/** Asks a person before a fleet is changed. */
async function confirmFleet({ verb, plan, prunes, gone }: Fleet, yes: boolean): Promise<void> {
  const count = plan.tenants.length;
  const tenants = count === 1 ? "one tenant" : `${count} tenants`;
  if (verb === "destroy") await confirm(`Destroys ${tenants}. This cannot be undone.`, "destroy", yes);
  else if (prunes && gone.length > 0) {
    await confirm(`Brings up ${tenants}, and destroys ${gone.join(", ")}. This cannot be undone.`, "destroy", yes);
  } else if (verb === "up" && count > 0) await confirm(`Brings up ${tenants}.`, "up", yes);
}

/** The first signal lets running tenants finish; SIGTERM, and a second one, ask them to end now. */
async function runUntilSignal(pool: Pool, tasks: readonly Task[], reporter: Reporter): Promise<void> {
  let count = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    count++;
    pool.stop(signal === "SIGTERM" || count > 1);
    reporter.warn("Stopping: no further tenant is begun, and those under way come to an end.");
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    await pool.run(tasks);
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}
