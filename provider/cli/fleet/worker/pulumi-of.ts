import { runPulumi, saidBy } from "../../pulumi/run-pulumi";
import { type Task } from "../task";

/** Runs the CLI in the project of a task. @returns what it printed */
export async function pulumiOf({ project, env }: Task, args: readonly string[]): Promise<string> {
  const exit = await runPulumi([...args, "--non-interactive"], { cwd: project, env });
  if (exit.code !== 0) throw new Error(saidBy(exit));
  return exit.stdout;
}
