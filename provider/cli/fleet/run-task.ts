import { type EngineEvent, type PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { describeProblem } from "../../tenant/file/describe-problem";
import { oneLine } from "../../tenant/file/one-line";
import { readTenantFile, type TenantFile } from "../../tenant/file/tenant-file";
import { tenantOf } from "../../tenant/file/tenant-from-file";
import { Tenant } from "../../tenant/tenant";
import { driftIn } from "../drift/drift-in";
import { refreshPreviewArguments, refreshPreviewOf } from "../drift/refresh-preview";
import { runPulumi } from "../pulumi/run-pulumi";
import { configuredAccount } from "./configured-account";
import { failureOf } from "./failure";
import { FleetWorkspace } from "./fleet-workspace";
import { pulumiOf } from "./pulumi-of";
import { lossIn, mayLose, type PlannedStep, type StateResource } from "./loss";
import { journalVariable } from "../../lifecycle/once/file-journal";
import { journalFile, leftJournal, removeJournal, writeJournal } from "./create-journal-file";
import { takeOffPendingCreates } from "./pending-creates";
import { killedMarker } from "../../lifecycle/once/after-kill";
import { isStaleLock } from "./stale-lock";
import { type Progress, type Task, type TenantResult } from "./task";

type Environment = Readonly<Record<string, string>>;
type Attached = typeof import("../../plugin/attached/serve-attached");

/** Of a worker, for each of its tasks. */
export interface TaskContext {
  readonly command: PulumiCommand;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** What came of a run, before it is a result. */
interface Outcome {
  changes: Record<string, number>;
  drift?: ReturnType<typeof driftIn>;
  /** It was not done, because of what it would delete. */
  held?: ReturnType<typeof lossIn>;
}

/** Steps that change nothing. */
const quiet = ["same", "read", "refresh"];

/** Does one tenant's turn. Whatever goes wrong is reported in the result. */
export async function runTask(task: Task, context: TaskContext): Promise<TenantResult> {
  const started = performance.now();
  const hadConfig = existsSync(join(task.project, `Pulumi.${task.stack}.yaml`));
  const diagnostics: string[] = [];
  const notes: string[] = [];
  const about = { stack: task.stack, ...(task.file === undefined ? {} : { file: task.file }) };
  const end = (result: Pick<TenantResult, "status"> & Partial<TenantResult>): TenantResult => ({
    changes: {},
    ...about,
    ...result,
    ...(notes.length > 0 ? { notes } : {}),
    seconds: Math.round((performance.now() - started) / 100) / 10,
  });
  try {
    const tenant =
      task.file === undefined
        ? undefined
        : readTenantFile(task.file, { ...task, contract: task.env["LUMENONE_CONTRACT"] });
    if (tenant && tenant.problems.length > 0) {
      const lines = tenant.problems.map((each) => describeProblem({ ...each, file: relative("", each.file) }));
      return end({
        status: "invalid",
        problem: lines.join("\n"),
        remedy: "Correct the file, and run the command again.",
      });
    }
    const program = () => {
      if (tenant) tenantOf(tenantClass(task), tenant, {}, task.verb === "preview" && task.placeholders === true);
      return Promise.resolve();
    };
    const outcome = await withoutStaleLock(task, notes, async () => {
      diagnostics.length = 0;
      const stack = await FleetWorkspace.openStack(task, context.command, program);
      return await run(stack, task, context, { diagnostics, notes, hadConfig, tenant });
    });
    if (outcome.held) return end({ ...outcome.held, changes: outcome.changes });
    const changed = Object.keys(outcome.changes).some((op) => !quiet.includes(op));
    if (task.remove && task.verb === "destroy") return end({ status: "removed", changes: outcome.changes });
    return end({ status: changed ? "changed" : "unchanged", ...outcome });
  } catch (error) {
    if (context.signal.aborted) {
      return end({
        status: "stopped",
        problem: "It was stopped half-way.",
        remedy: "Run the command again: it goes on.",
      });
    }
    return end(failureOf(task.stack, diagnostics, error instanceof Error ? error.message : String(error), task.file));
  }
}

/** The classes of the host that the fleet is on. */
function tenantClass({ native }: Task): typeof Tenant {
  return native ? (require("../../native") as typeof import("../../native")).Tenant : Tenant;
}

/**
 * Serves the providers of one run of the CLI in this process, to which the engine attaches: a process of their own would take
 * a second each time.
 */
async function attached<T>(task: Task, env: Environment, act: (env: Environment) => Promise<T>): Promise<T> {
  // Made by packaging/bundle.js, with what it needs of gRPC in it.
  const { serveAttached } = require(join(__dirname, "../../bin/serve-attached.js")) as Attached;
  const environment = { ...process.env, ...task.env, ...env };
  const providers = await serveAttached({ environment, folder: task.project });
  try {
    return await act({ ...env, PULUMI_DEBUG_PROVIDERS: providers.debugProviders });
  } finally {
    providers.close();
  }
}

/** The same for a stack of the Automation API. */
function withProviders<T>(stack: Stack, task: Task, act: () => Promise<T>, env: Environment = {}): Promise<T> {
  return attached(task, env, (more) => {
    stack.workspace.envVars = { ...stack.workspace.envVars, ...more };
    return act();
  });
}

/** Where a dead run of this machine has left the stack locked, the lock is taken away, once. */
async function withoutStaleLock(task: Task, notes: string[], act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error) || !isStaleLock(error.message)) throw error;
    await pulumiOf(task, ["cancel", "--stack", task.stack, "--yes"]);
    notes.push("The lock of a run on this machine that had died was taken away.");
    return await act();
  }
}

async function run(
  stack: Stack,
  task: Task,
  { signal, onProgress }: TaskContext,
  {
    diagnostics,
    notes,
    hadConfig,
    tenant,
  }: { diagnostics: string[]; notes: string[]; hadConfig: boolean; tenant: TenantFile | undefined },
): Promise<Outcome> {
  const outcome: Outcome = { changes: {} };
  let done = 0;
  const steps: PlannedStep[] = [];
  const onEvent = ({ resourcePreEvent, resOutputsEvent, diagnosticEvent, summaryEvent }: EngineEvent) => {
    if (resourcePreEvent) steps.push(resourcePreEvent.metadata);
    if (resOutputsEvent) onProgress({ done: ++done });
    // The engine's own closing line says nothing about the cause.
    const text = diagnosticEvent?.message.replace(/<\{%[^%]*%\}>/g, "").trim();
    if (diagnosticEvent?.ephemeral && text) onProgress({ done, status: oneLine(text) });
    if (diagnosticEvent?.severity === "error" && text && !/^(?:update|preview|refresh) failed$/.test(text)) {
      diagnostics.push(`${nameIn(diagnosticEvent.urn)}${text}`);
    }
    if (summaryEvent) outcome.changes = { ...summaryEvent.resourceChanges };
  };
  const options = { onEvent, signal, color: "never" as const, suppressProgress: true };
  switch (task.verb) {
    case "preview":
      try {
        await withProviders(stack, task, () => stack.preview(options));
        if (tenant && task.exists && !task.allowDeletes) outcome.held = lossIn(tenant, steps);
      } finally {
        // It was made to be looked at.
        if (!task.exists) await stack.workspace.removeStack(task.stack, { preserveConfig: hadConfig });
      }
      break;
    case "up": {
      if (task.exists && tenant && !task.allowDeletes && (await isSuspicious(stack, task, tenant))) {
        await withProviders(stack, task, () => stack.preview(options));
        const held = lossIn(tenant, steps);
        if (held) return { changes: {}, held };
        outcome.changes = {};
      }
      await withJournal(stack, task, notes, () => stack.up(options));
      break;
    }
    case "refresh":
      await withProviders(stack, task, () => stack.refresh(options));
      break;
    case "destroy":
      await withProviders(stack, task, () => stack.destroy(options));
      if (task.remove) await stack.workspace.removeStack(task.stack);
      break;
    case "drift": {
      const args = [...refreshPreviewArguments, "--stack", task.stack];
      const exit = await attached(task, {}, (env) =>
        runPulumi(args, { cwd: task.project, env: { ...task.env, ...env } }),
      );
      outcome.drift = driftIn(refreshPreviewOf(exit));
      if (outcome.drift.length > 0) outcome.changes = { drifted: new Set(outcome.drift.map(({ urn }) => urn)).size };
      break;
    }
  }
  return outcome;
}

/** Whether the engine has to be asked first what it would delete. */
async function isSuspicious(stack: Stack, task: Task, tenant: TenantFile): Promise<boolean> {
  const { deployment } = (await stack.exportStack()) as { deployment?: { resources?: StateResource[] } };
  const { resources = [] } = deployment ?? {};
  return mayLose(tenant, resources, configuredAccount(task));
}

/**
 * Brings a stack up with a journal of what it is about to create. After a run that was killed, the provider looks first for
 * what that run may have created.
 */
async function withJournal(stack: Stack, task: Task, notes: string[], up: () => Promise<unknown>): Promise<void> {
  const file = journalFile(task.project, task.stack);
  const said = { ours: task.ours ?? [], notOurs: task.notOurs ?? [] };
  const { count, lines } = task.exists
    ? await takeOffPendingCreates(stack, leftJournal(file), said, task.sharesName)
    : { count: 0, lines: [{ known: [], began: Date.now() }] };
  writeJournal(file, lines);
  if (count > 0) {
    const resources = count === 1 ? "one resource" : `${count} resources`;
    notes.push(`A run was killed while it made ${resources}: what it had made has been taken over, the rest is made.`);
  }
  try {
    await withProviders(stack, task, up, { [journalVariable]: file });
  } catch (error) {
    // A CLI that ended by itself has written down all that it did. The doubt of a killed run stays.
    const text = error instanceof Error ? error.message : "";
    if (/^code: \d+$/m.test(text) && !text.includes(killedMarker)) removeJournal(file);
    throw error;
  }
  removeJournal(file);
}

function nameIn(urn: string | undefined): string {
  const name = urn?.slice(urn.lastIndexOf("::") + 2);
  const kind = /lumenone:(?:index:)?(\w+)::/.exec(urn ?? "")?.[1];
  return name === undefined || kind === undefined ? "" : `${kind} ${name}: `;
}
