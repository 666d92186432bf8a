import { statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { confirm } from "../console/confirm";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { findProject } from "../fleet/find-project";
import { holdsTenant, listStacks } from "../fleet/list-stacks";
import { type FleetPlan, planFleet } from "../fleet/plan-fleet";
import { Pool } from "../fleet/pool";
import { FleetProgress } from "../fleet/progress";
import { shareOf } from "../fleet/share";
import { isBad, summaryLines } from "../fleet/summary";
import { type Task, type TenantResult, type Verb } from "../fleet/task";

/** Options of `fleet preview`, `up`, `refresh`, `destroy` and `drift`. */
export interface FleetOptions {
  readonly parallel?: string;
  readonly requestsPerSecond?: string;
  readonly maxConcurrency?: string;
  readonly since?: string;
  readonly prune?: boolean;
  readonly remove?: boolean;
  readonly summary?: string;
  readonly secretsProvider?: string;
  readonly expectNoChanges?: boolean;
  readonly placeholderSecrets?: boolean;
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
  reporter.progress("Reading the tenants");
  const plan = await planFleet(paths, project, options.since, isWhole);
  const existing = await listStacks(project);
  const removed = plan.isWhole ? await withoutFile(project, plan, existing) : [];
  const prunes = verb === "up" && options.prune === true;
  await ask(verb, plan, prunes ? removed : [], options.yes === true);

  const { requestsPerSecond, maxConcurrency } = limits;
  // Each asks at least one thing at a time.
  const workers = Math.min(parallel, Math.max(1, Math.floor(maxConcurrency)));
  const env = shareOf({ maxConcurrency, ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }) }, workers);
  const results: TenantResult[] = [];
  const tasks: Task[] = [];
  for (const { file, stack, organization, isValid } of plan.tenants) {
    const exists = existing.has(stack);
    if (!exists && isValid && verb !== "up" && verb !== "preview") {
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
      ...{ verb, file, stack, project, exists, env, remove, placeholders },
      sharesName: plan.sharedNames.has(organization),
      ...(secretsProvider === undefined ? {} : { secretsProvider }),
    });
  }
  for (const stack of removed) {
    if (prunes) tasks.push({ verb: "destroy", stack, project, exists: true, env, remove: true, sharesName: false });
    else results.push(left(stack));
  }

  const progress = new FleetProgress(tasks.length, reporter);
  const pool = new Pool(Math.min(workers, Math.max(1, tasks.length)), {
    onBegin: ({ stack }) => progress.begin(stack),
    onProgress: ({ stack }, done) => progress.progress(stack, done),
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
  if (options.summary !== undefined) writeFileSync(options.summary, `${lines.join("\n")}\n`);
  reporter.result({ command: verb, seconds: Math.round(seconds), tenants: sorted });
  if (sorted.some(isBad)) return exitCode.failed;
  const isChanged = sorted.some(({ status }) => status === "changed");
  const mustNot = verb === "drift" || (verb === "preview" && options.expectNoChanges === true);
  return mustNot && isChanged ? exitCode.found : exitCode.done;
}

function left(stack: string): TenantResult {
  return {
    ...{ stack, status: "left", changes: {}, seconds: 0 },
    problem: "Its file is gone, and what it made is still there.",
    remedy: "`fleet up --prune` destroys it; `pulumi stack rm --force` forgets it.",
  };
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
  if (verb === "destroy") await confirm(`Destroys ${tenants}, for ever.`, "destroy", yes);
  else if (pruned.length > 0) {
    await confirm(`Brings up ${tenants}, and destroys ${pruned.join(", ")}, for ever.`, "destroy", yes);
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
