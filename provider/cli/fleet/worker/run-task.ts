import { type PulumiCommand } from "@pulumi/pulumi/automation";
import { existsSync } from "node:fs";
import { relative } from "node:path";
import { describeProblem } from "../../../tenant/file/describe-problem";
import { stackFile } from "../../../tenant/file/project-yaml";
import { readTenantFile, type TenantFile } from "../../../tenant/file/tenant-file";
import { invalidFile, isChange } from "../report/result-status";
import { type Progress, type Task, type TenantResult } from "../task";
import { EngineReport } from "./engine-report";
import { failureOf } from "./failure";
import { withoutStaleLock } from "./stale-lock";
import { type Outcome, TenantRun } from "./tenant-run";

/** What a worker has for each of its tasks. */
export interface TaskContext {
  readonly command: PulumiCommand;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

type Ending = Pick<TenantResult, "status"> & Partial<TenantResult>;

/** Does one tenant's turn. Whatever goes wrong is reported in the result. */
export async function runTask(task: Task, context: TaskContext): Promise<TenantResult> {
  const started = performance.now();
  const notes: string[] = [];
  const ending = await perform(task, context, notes);
  return {
    changes: {},
    stack: task.stack,
    file: task.file,
    ...ending,
    ...(notes.length > 0 ? { notes } : {}),
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

async function perform(task: Task, context: TaskContext, notes: string[]): Promise<Ending> {
  let report = new EngineReport(context.onProgress);
  try {
    const contract = task.env["LUMENONE_CONTRACT"];
    const tenant =
      task.file === undefined
        ? undefined
        : readTenantFile(task.file, { project: task.project, ...task.options, contract });
    if (tenant && tenant.problems.length > 0) return invalid(tenant);
    const hadConfig = existsSync(stackFile(task.project, task.stack));
    const outcome = await withoutStaleLock(task, notes, async () => {
      report = new EngineReport(context.onProgress);
      const run = await TenantRun.open(task, tenant, report, context);
      return task.verb === "preview" ? run.preview(hadConfig) : task.verb === "up" ? run.up(notes) : run[task.verb]();
    });
    return endingOf(task, outcome, report);
  } catch (error) {
    if (context.signal.aborted) {
      const remedy = "Run the command again: it goes on.";
      return { status: "stopped", problem: "It was stopped half-way.", remedy };
    }
    const message = error instanceof Error ? error.message : String(error);
    return failureOf(task.stack, report.diagnostics, message, task.file);
  }
}

function endingOf({ verb, options }: Task, { held, ...outcome }: Outcome, { changes }: EngineReport): Ending {
  if (held) return { ...held, changes };
  if (verb === "destroy" && options.remove) return { status: "removed", changes };
  const isChanged = Object.keys(changes).some(isChange);
  return { status: isChanged ? "changed" : "unchanged", changes, ...outcome };
}

function invalid({ problems }: TenantFile): Ending {
  const lines = problems.map((each) => describeProblem({ ...each, file: relative("", each.file) }));
  return invalidFile(lines.join("\n"));
}
