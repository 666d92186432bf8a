import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import * as path from "node:path";
import { ensurePulumi } from "../../tests/support/pulumi-cli";
import { type Command } from "./commands";

/** A stack whose program runs in this process, by the Automation API, as its documentation shows it. */
export class InlineStack {
  private constructor(private readonly stack: Stack) {}

  static async open(folder: string, environment: Readonly<Record<string, string | undefined>>): Promise<InlineStack> {
    const file = path.join(folder, "index.js");
    const program = (): Promise<Record<string, unknown>> => {
      // Each run declares the resources anew.
      for (const loaded of Object.keys(require.cache)) if (loaded.startsWith(folder)) delete require.cache[loaded];
      return Promise.resolve(require(file) as Record<string, unknown>);
    };
    const envVars = Object.fromEntries(
      Object.entries(environment).filter((each): each is [string, string] => each[1] !== undefined),
    );
    const { pulumiCommand } = await ensurePulumi({ print: () => undefined });
    const args = { stackName: "dev", projectName: "plain", program };
    return new InlineStack(await LocalWorkspace.selectStack(args, { workDir: folder, envVars, pulumiCommand }));
  }

  async run(command: Command): Promise<void> {
    await (command === "preview" ? this.stack.preview({ expectNoChanges: true }) : this.stack[command]());
  }
}
