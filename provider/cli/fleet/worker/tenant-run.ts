import { type PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import { join } from "node:path";
import { loadCompiled } from "../../../compiled-code/load-compiled";
import { settingIn, stackFile, yamlContent } from "../../../tenant/file/project-yaml";
import { type TenantFile } from "../../../tenant/file/tenant-file";
import { tenantOf } from "../../../tenant/file/tenant-from-file";
import { Tenant } from "../../../tenant/tenant";
import { type Drift, findDrift } from "../../drift/find-drift";
import { type Task } from "../task";
import { type EngineReport } from "./engine-report";
import { FleetWorkspace } from "./fleet-workspace";
import { lossIn, mayLose, type StateResource } from "./loss";
import { withJournal } from "./with-journal";

type ServeAttached = typeof import("../../../plugin/attached/serve-attached");

/** The result of a run of Pulumi, beside its report. */
export interface Outcome {
  readonly drift?: readonly Drift[];
  /** Set when the run was not done because of its deletions. */
  readonly held?: ReturnType<typeof lossIn>;
}

/** One run of Pulumi on a tenant's stack. */
export class TenantRun {
  private constructor(
    private readonly stack: Stack,
    private readonly task: Task,
    private readonly tenant: TenantFile | undefined,
    private readonly report: EngineReport,
    private readonly signal: AbortSignal,
  ) {}

  /** Opens the stack, which is created where it does not exist yet. */
  static async open(
    task: Task,
    tenant: TenantFile | undefined,
    report: EngineReport,
    { command, signal }: { readonly command: PulumiCommand; readonly signal: AbortSignal },
  ): Promise<TenantRun> {
    const program = () => {
      if (tenant)
        tenantOf(tenantClass(task), tenant, {}, task.verb === "preview" && task.options.placeholderSecrets === true);
      return Promise.resolve();
    };
    return new TenantRun(await FleetWorkspace.openStack(task, command, program), task, tenant, report, signal);
  }

  /** @param hadConfig whether the project had a configuration file for the stack: a preview keeps it */
  async preview(hadConfig: boolean): Promise<Outcome> {
    try {
      await this.attached(() => this.stack.preview(this.options));
      return this.isGuarded ? this.heldBy() : {};
    } finally {
      // It was created for the preview only.
      if (!this.task.exists) await this.stack.workspace.removeStack(this.task.stack, { preserveConfig: hadConfig });
    }
  }

  async up(notes: string[]): Promise<Outcome> {
    if (this.isGuarded && (await this.mayLose())) {
      await this.attached(() => this.stack.preview(this.options));
      const { held } = this.heldBy();
      this.report.changes = {};
      if (held) return { held };
    }
    await withJournal(this.stack, this.task, notes, (env) => this.attached(() => this.stack.up(this.options), env));
    return {};
  }

  async refresh(): Promise<Outcome> {
    await this.attached(() => this.stack.refresh(this.options));
    return {};
  }

  async destroy(): Promise<Outcome> {
    await this.attached(() => this.stack.destroy(this.options));
    if (this.task.options.remove) await this.stack.workspace.removeStack(this.task.stack);
    return {};
  }

  async drift(): Promise<Outcome> {
    const { workspace } = this.stack;
    const drift = await this.attached(() =>
      findDrift(["--stack", this.task.stack], { cwd: this.task.project, env: workspace.envVars }),
    );
    if (drift.length > 0) this.report.changes = { drifted: new Set(drift.map(({ urn }) => urn)).size };
    return { drift };
  }

  private get options() {
    return { onEvent: this.report.onEvent, signal: this.signal, color: "never" as const, suppressProgress: true };
  }

  /** Whether the run is held where the tenant would lose its organization, or most of what it has. */
  private get isGuarded(): boolean {
    return this.task.exists && this.tenant !== undefined && !this.task.options.allowDeletes;
  }

  private heldBy(): Outcome {
    const held = this.tenant && lossIn(this.tenant, this.report.steps);
    return held ? { held } : {};
  }

  /** Whether a preview has to show first what `up` would delete. */
  private async mayLose(): Promise<boolean> {
    const { deployment } = (await this.stack.exportStack()) as { deployment?: { resources?: StateResource[] } };
    return this.tenant !== undefined && mayLose(this.tenant, deployment?.resources ?? [], configuredAccount(this.task));
  }

  /**
   * Serves the providers of one run of the CLI in this process, to which the engine attaches: a process of their own would
   * take a second each time.
   */
  private async attached<T>(run: () => Promise<T>, env: Record<string, string> = {}): Promise<T> {
    // Made by packaging/bundle.js, with what it needs of gRPC in it.
    const { serveAttached } = loadCompiled(join(__dirname, "../../../attached/serve-attached.js")) as ServeAttached;
    const { workspace } = this.stack;
    const environment = { ...process.env, ...this.task.env, ...env };
    const providers = await serveAttached({ environment, folder: this.task.project });
    workspace.envVars = { ...workspace.envVars, ...env, PULUMI_DEBUG_PROVIDERS: providers.debugProviders };
    try {
      return await run();
    } finally {
      providers.close();
    }
  }
}

/**
 * The account of a stack's resources that name none, as far as files and the environment show it.
 * Asking the CLI would take longer than the step that this saves. A wrong account only makes that step run.
 */
function configuredAccount({ project, stack, env }: Task): string | undefined {
  const own = settingIn(yamlContent(stackFile(project, stack)), "lumenone:accountId");
  return typeof own === "string" ? own : (env["LUMENONE_ACCOUNT_ID"] ?? process.env["LUMENONE_ACCOUNT_ID"]);
}

/** The class of the host that the fleet is on. */
function tenantClass({ native }: Task): typeof Tenant {
  return native ? (require("../../../native") as typeof import("../../../native")).Tenant : Tenant;
}
