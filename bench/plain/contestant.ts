import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { type PlainPulumi, plainPulumi } from "../../tests/support/plain-pulumi";
import { lumenoneConfig } from "../../tests/support/lumenone-config";
import { type RemoteSimulator, startSimulator } from "../server/start-simulator";
import { type Command } from "./commands";
import { InlineStack } from "./inline-stack";
import { type Module, type Way, writeProject } from "./projects";

const argsOf: Readonly<Record<Command, readonly string[]>> = {
  up: ["up", "--yes", "--skip-preview"],
  preview: ["preview", "--expect-no-changes"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
};

/** One way to declare the resources, and what else is special about its runs. */
export interface Form {
  readonly module: Module;
  readonly way: Way;
  /** On top of what the CLI gets. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A project with a stack and a LumenOne of its own. */
export class Contestant {
  private inline?: InlineStack;

  private constructor(
    private readonly form: Form,
    private readonly folder: string,
    private readonly pulumi: PlainPulumi,
    private readonly simulator: RemoteSimulator | undefined,
  ) {}

  static async start(form: Form): Promise<Contestant> {
    const { module, way, env = {} } = form;
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-plain-bench-"));
    writeProject(folder, module, way);
    const pulumi = await plainPulumi(folder, { env: { NODE_OPTIONS: "", ...env } });
    const needsServer = module !== "stash" && module !== "empty";
    const simulator = needsServer ? await startSimulator(0) : undefined;
    const contestant = new Contestant(form, folder, pulumi, simulator);
    try {
      await contestant.configure(simulator ? lumenoneConfig(simulator) : {});
    } catch (error) {
      await contestant.close();
      throw error;
    }
    return contestant;
  }

  /** @returns seconds of the whole command, as its user waits for it */
  async run(command: Command): Promise<number> {
    const started = performance.now();
    await (this.inline ? this.inline.run(command) : this.succeed(...argsOf[command]));
    return (performance.now() - started) / 1000;
  }

  async close(): Promise<void> {
    this.pulumi.dispose();
    await this.simulator?.close();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  private async configure(config: ReturnType<typeof lumenoneConfig>): Promise<void> {
    await this.succeed("stack", "init", "dev");
    for (const [key, value] of Object.entries(config)) {
      const [flags, text] = typeof value === "string" ? [[], value] : [["--secret"], value.value];
      await this.succeed("config", "set", ...flags, key, text);
    }
    if (this.form.way === "Automation API") this.inline = await InlineStack.open(this.folder, this.pulumi.env);
  }

  private async succeed(...args: readonly string[]): Promise<void> {
    const { code, output } = await this.pulumi.run(...args);
    if (code !== 0) throw new Error(`pulumi ${args[0]} ended with ${code}:\n${output}`);
  }
}
