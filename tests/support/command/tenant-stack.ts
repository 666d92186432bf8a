import { type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { ensurePulumi } from "../pulumi-cli";
import { pulumiEnvironment } from "../pulumi-environment";
import { type PulumiExit, startPulumi } from "../pulumi-process";
import { type CommandExit, runCommand, settingsOf, temporaryFolder } from "./run-command";

/** A folder for projects, in which the command and the real CLI work on one backend and one simulator. */
export interface TenantStack {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** A folder of the projects' own, where every package of the repository resolves. */
  project(name: string): string;
  command(...args: readonly string[]): Promise<CommandExit>;
  /** `pulumi` in a project. A failing one is not an exception. */
  pulumi(project: string, ...args: readonly string[]): Promise<PulumiExit>;
  dispose(): void;
}

/** Makes one. */
export async function tenantStack(
  simulator: Simulator,
  more: Readonly<Record<string, string>> = {},
): Promise<TenantStack> {
  const temporary = temporaryFolder();
  const folder = temporary.path;
  const cli = await ensurePulumi({ print: () => undefined });
  const env = pulumiEnvironment(cli, folder, { ...settingsOf(simulator), ...more });
  return {
    folder,
    env,
    project(name) {
      const project = path.join(folder, name);
      fs.mkdirSync(project);
      fs.symlinkSync(path.resolve(__dirname, "../../../node_modules"), path.join(project, "node_modules"));
      return project;
    },
    command: (...args) => runCommand(args, { env, cwd: folder }),
    pulumi: (project, ...args) =>
      startPulumi(cli.command, [...args, "--non-interactive"], { cwd: project, env, timeoutSeconds: 180 }).ended,
    dispose: () => temporary.remove(),
  };
}
