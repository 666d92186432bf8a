import { CommandError } from "../../exit-code";
import { type Exit, run } from "../../pulumi/run-pulumi";

/**
 * Runs git in a folder. A failing run does not throw.
 * @param option what needs it, for the message
 * @throws {CommandError} git is not installed
 */
export function git(option: string, folder: string, args: readonly string[]): Promise<Exit> {
  return run("git", args, { cwd: folder }).catch((error: unknown) => {
    throw new CommandError(`${option} needs git on PATH: ${String(error)}`);
  });
}
