import { resolve } from "node:path";
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { confirm } from "../console/confirm";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { findProject, isNativeProject } from "./find-project";
import { holdsTenant, listStacks } from "./list-stacks";
import { type FleetPlan, planFleet } from "./plan-fleet";
import { Pool } from "./pool";
import { FleetProgress } from "./progress";
import { shareOf } from "./share";
import { isGoneInShard, shardFrom } from "./shard";
import { isBad } from "./result-status";
import { summaryLines } from "./summary";
import { writeSummary } from "./write-summary";
import { type Task, type TenantResult, type Verb } from "./task";

/** Options of `fleet preview`, `up`, `refresh`, `destroy` and `drift`. */
export interface FleetOptions {
  readonly parallel?: string;
  readonly requestsPerSecond?: string;
  readonly maxConcurrency?: string;
  readonly since?: string;
  readonly shard?: string;
  readonly allowOutside?: boolean;
  readonly allowDeletes?: boolean;
  readonly ours?: readonly string[];
  readonly notOurs?: readonly string[];
  readonly prune?: boolean;
  readonly remove?: boolean;
  readonly contract?: string;
  readonly summary?: string;
  readonly secretsProvider?: string;
  readonly expectNoChanges?: boolean;
  readonly placeholderSecrets?: boolean;
  readonly native?: boolean;
  readonly yes?: boolean;
}

/** Does the same with every tenant's stack, several at a time. */
export async function fleet(
  verb: Verb,
  paths: readonly string[],
  options: FleetOptions,
  reporter: Reporter,
): Promise<number> {
  const started = performance.now();
  const isWhole = paths.every((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  const project = findProject(paths[0] ?? ".");
  const parallel = number("--parallel", options.parallel) ?? availableParallelism();
  if (!Number.isInteger(parallel)) throw new CommandError("--parallel takes a whole number.", exitCode.usage);
  const limits = {
    maxConcurrency:
      number("--max-concurrency", options.maxConcurrency ?? process.env["LUMENONE_MAX_CONCURRENCY"]) ?? 10,
    requestsPerSecond: number(
      "--requests-per-second",
      options.requestsPerSecond ?? process.env["LUMENONE_REQUESTS_PER_SECOND"],
    ),
  };
  const shard = options.shard === undefined ? undefined : shardFrom(options.shard);
  reporter.progress("Reading the tenants");
  const { since, allowOutside = false, allowDeletes = false } = options;
  const contract = options.contract === undefined ? undefined : resolve(options.contract);
  const plan = await planFleet(paths, project, { since, shard, allowOutside, contract });
  const results: TenantResult[] = plan.tenants.flatMap(({ file, stack, problem }) =>
    problem === undefined ? [] : [invalid(stack, file, problem)],
  );
  // Where no file is right there is nothing to ask the backend for.
  const isNeeded = results.length < plan.tenants.length || plan.tenants.length === 0;
  const existing = isNeeded ? await listStacks(project) : new Set<string>();
  const gone = isWhole ? await withoutFile(project, plan, existing) : [];
  const removed = shard ? gone.filter((stack) => isGoneInShard(stack, shard)) : gone;
  const reason =
    verb === "up" && options.prune === true && !allowDeletes ? whyNoPrune(plan, existing, gone) : undefined;
  const prunes = verb === "up" && options.prune === true && reason === undefined;
  await ask(verb, plan, prunes ? removed : [], options.yes === true);

  const { requestsPerSecond, maxConcurrency } = limits;
  // Each asks at least one thing at a time.
  const workers = Math.min(parallel, Math.max(1, Math.floor(maxConcurrency)));
  const env = {
    ...shareOf({ maxConcurrency, ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }) }, workers),
    // What a tenant's stack configures goes before it.
    ...(contract === undefined ? {} : { LUMENONE_CONTRACT: contract }),
  };
  const native = options.native ?? isNativeProject(project);
  const tasks: Task[] = [];
  for (const { file, stack, organization, problem } of plan.tenants) {
    if (problem !== undefined) continue;
    const exists = existing.has(stack);
    if (!exists && verb !== "up" && verb !== "preview") {
      results.push({
        stack,
        file,
        status: "unchanged",
        changes: {},
        seconds: 0,
        notes: ["It has not been brought up."],
      });
      continue;
    }
    const { secretsProvider, remove = false, placeholderSecrets: placeholders = false } = options;
    tasks.push({
      ...{ verb, file, stack, project, exists, env, remove, placeholders, allowOutside, allowDeletes, native },
      sharesName: plan.sharedNames.has(organization),
      ours: options.ours ?? [],
      notOurs: options.notOurs ?? [],
      ...(secretsProvider === undefined ? {} : { secretsProvider }),
    });
  }
  for (const stack of removed) {
    if (prunes) tasks.push({ verb: "destroy", stack, project, exists: true, env, remove: true, sharesName: false });
    else results.push(left(stack, reason));
  }

  const progress = new FleetProgress(
    tasks.length + plan.tenants.filter(({ problem }) => problem !== undefined).length,
    reporter,
  );
  for (const result of results) if (result.status === "invalid") progress.end(result);
  const pool = new Pool(Math.min(workers, Math.max(1, tasks.length)), {
    onBegin: ({ stack }) => progress.begin(stack),
    onProgress: ({ stack }, made) => progress.progress(stack, made),
    onEnd: (result) => {
      results.push(result);
      progress.end(result);
    },
  });
  const release = onSignals(pool, reporter);
  try {
    await pool.run(tasks);
  } finally {
    release();
  }
  return conclude(verb, results, (performance.now() - started) / 1000, options, reporter);
}

function conclude(
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

function invalid(stack: string, file: string, problem: string): TenantResult {
  const remedy = "Correct the file, and run the command again.";
  return { stack, file, status: "invalid", changes: {}, seconds: 0, problem, remedy };
}

/** @param reason why it is not destroyed, although `--prune` was given */
function left(stack: string, reason: string | undefined): TenantResult {
  const problem = "Its file is gone, and what it made is still there.";
  const about = { stack, changes: {}, seconds: 0 };
  if (reason !== undefined) return { ...about, status: "held", problem: `${problem} ${reason}`, remedy: pruneRemedy };
  const remedy = "`fleet up --prune` destroys it; `pulumi stack rm --force` forgets it.";
  return { ...about, status: "left", problem, remedy };
}

const pruneRemedy =
  "Put back the files that are missing, and correct those that cannot be read. Where it is meant, run the command with " +
  "`--prune --allow-deletes`. Nothing of it was destroyed.";

/** Why so much is not destroyed in one run: it looks as if the wrong folder or branch was there. */
function whyNoPrune(plan: FleetPlan, existing: ReadonlySet<string>, gone: readonly string[]): string | undefined {
  if (gone.length === 0) return undefined;
  if (plan.unread.length > 0) {
    const shown = plan.unread.slice(0, 5).join(", ");
    const more = plan.unread.length > 5 ? ` and ${plan.unread.length - 5} more` : "";
    return `It may be the stack of a file that cannot be read (${shown}${more}).`;
  }
  const kept = [...existing].filter((stack) => plan.stacks.has(stack)).length;
  if (gone.length <= kept) return undefined;
  return `--prune would destroy ${gone.length} of the fleet's ${gone.length + kept} stacks, more than half of them: ${gone.slice(0, 20).join(", ")}${gone.length > 20 ? " and others" : ""}.`;
}

/** Stacks of tenants whose files are gone. */
async function withoutFile(project: string, plan: FleetPlan, existing: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = [];
  for (const stack of [...existing].sort()) {
    if (!plan.stacks.has(stack) && (await holdsTenant(project, stack))) found.push(stack);
  }
  return found;
}

async function ask(verb: Verb, plan: FleetPlan, pruned: readonly string[], yes: boolean): Promise<void> {
  const count = plan.tenants.length;
  const tenants = count === 1 ? "one tenant" : `${count} tenants`;
  if (verb === "destroy") await confirm(`Destroys ${tenants}. This cannot be undone.`, "destroy", yes);
  else if (pruned.length > 0) {
    await confirm(`Brings up ${tenants}, and destroys ${pruned.join(", ")}. This cannot be undone.`, "destroy", yes);
  } else if (verb === "up" && count > 0) await confirm(`Brings up ${tenants}.`, "up", yes);
}

/** The first signal lets what is under way end; SIGTERM, and a second one, ask it to end now. */
function onSignals(pool: Pool, reporter: Reporter): () => void {
  let count = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    count++;
    pool.stop(signal === "SIGTERM" || count > 1);
    reporter.warn("Stopping: no further tenant is begun, and those under way come to an end.");
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return () => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
}

function number(option: string, given: string | undefined): number | undefined {
  if (given === undefined || given === "") return undefined;
  const value = Number(given);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new CommandError(`${option} is "${given}": give a number above 0.`, exitCode.usage);
}
