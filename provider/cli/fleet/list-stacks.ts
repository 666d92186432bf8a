import { CommandError } from "../exit-code";
import { runPulumi, saidBy } from "../pulumi/run-pulumi";

/** Names of the project's stacks that the backend has. */
export async function listStacks(project: string): Promise<ReadonlySet<string>> {
  const exit = await runPulumi(["stack", "ls", "--json", "--non-interactive"], { cwd: project });
  if (exit.code !== 0) throw new CommandError(`The stacks cannot be listed: ${saidBy(exit)}`);
  const stacks = JSON.parse(exit.stdout) as { name: string }[];
  return new Set(stacks.map(({ name }) => name.slice(name.lastIndexOf("/") + 1)));
}
