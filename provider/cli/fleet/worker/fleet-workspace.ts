import {
  type Deployment,
  LocalWorkspace,
  type LocalWorkspaceOptions,
  type OutputMap,
  type PulumiCommand,
  type PulumiFn,
  Stack,
} from "@pulumi/pulumi/automation";
import { pulumiOf } from "./pulumi-of";
import { type Task } from "../task";

/** The class with its private constructor: `create` returns a `LocalWorkspace`, whichever class it is called on. */
const Base = LocalWorkspace as unknown as new (options: LocalWorkspaceOptions) => LocalWorkspace;

/** The workspace of one tenant's stack. It skips the runs of the CLI that a fleet does not need. */
export class FleetWorkspace extends Base {
  private exported: Promise<Deployment> | undefined;

  private constructor(
    private readonly task: Task,
    pulumiCommand: PulumiCommand,
    program: PulumiFn,
  ) {
    const { project, env, options } = task;
    const { secretsProvider } = options;
    super({ workDir: project, program, pulumiCommand, envVars: { ...env }, secretsProvider });
  }

  /** The stack of a task, which is created where it does not exist yet. */
  static async openStack(task: Task, command: PulumiCommand, program: PulumiFn): Promise<Stack> {
    const workspace = new FleetWorkspace(task, command, program);
    await workspace["ready"];
    const needsNone = task.exists || task.verb === "destroy" || task.verb === "refresh" || task.verb === "drift";
    const stack = await (needsNone ? Stack.select(task.stack, workspace) : Stack.create(task.stack, workspace));
    // Events have reported what was done.
    stack.info = () => Promise.resolve(undefined);
    return stack;
  }

  /** Does nothing, so that the project's selected stack stays: every command names its stack. */
  override selectStack(): Promise<void> {
    return Promise.resolve();
  }

  override async createStack(name: string): Promise<void> {
    const { secretsProvider } = this.task.options;
    const provider = secretsProvider === undefined ? [] : ["--secrets-provider", secretsProvider];
    await pulumiOf(this.task, ["stack", "init", name, "--no-select", ...provider]);
  }

  /** Nobody reads the outputs of a tenant's stack here. */
  override stackOutputs(): Promise<OutputMap> {
    return Promise.resolve({});
  }

  /** Two callers read the state before it is changed. */
  override exportStack(name: string): Promise<Deployment> {
    return (this.exported ??= super.exportStack(name));
  }

  override importStack(name: string, state: Deployment): Promise<void> {
    this.exported = undefined;
    return super.importStack(name, state);
  }
}
