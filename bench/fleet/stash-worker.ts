import * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace } from "@pulumi/pulumi/automation";

/** What one worker does, one stack after the other. */
export interface StashTask {
  readonly verb: "up" | "preview";
  readonly project: string;
  readonly stacks: readonly string[];
  /** Resources of each. */
  readonly resources: number;
}

/** As many resources of the engine itself as a tenant has, with inputs of about the same size. */
function program(stack: string, count: number) {
  return () => {
    const input = { name: stack, openAiPrompt: `You help the customers of ${stack}.`, topN: 6, chatMode: "chat" };
    for (let index = 0; index < count; index++) new pulumi.Stash(`resource-${index}`, { input });
    return Promise.resolve();
  };
}

/** By the Automation API, as its documentation shows it. */
async function work({ verb, project, stacks, resources }: StashTask): Promise<void> {
  for (const stackName of stacks) {
    const args = { stackName, projectName: "stash", program: program(stackName, resources) };
    const stack = await LocalWorkspace.createOrSelectStack(args, { workDir: project });
    await (verb === "up" ? stack.up() : stack.preview({ expectNoChanges: true }));
  }
}

process.once("disconnect", () => process.exit());
process.once("message", (task: StashTask) => {
  work(task).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
