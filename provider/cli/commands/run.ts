import { type CommandUnknownOpts } from "@commander-js/extra-typings";
import { Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";

/** Does the work of a command, after its options are read. @returns the exit code */
type Work<Args extends unknown[]> = (...args: [...Args, Reporter]) => number | Promise<number>;

/**
 * The action of a command. It loads what does the work only when it is called, so that `--help` is quick and needs neither
 * Pulumi nor HTTP.
 */
export function lazy<Args extends unknown[]>(load: () => Work<Args>) {
  return (...given: [...Args, CommandUnknownOpts]): Promise<void> => {
    const args = given.slice(0, -1) as Args;
    return run(given.at(-1) as CommandUnknownOpts, (reporter) => load()(...args, reporter));
  };
}

/** Does the work of a command, shows its error, and sets the exit code of the process. */
export async function run(command: CommandUnknownOpts, work: Work<[]>): Promise<void> {
  const reporter = new Reporter(command.opts()["json"] === true, process, nameOf(command));
  try {
    process.exitCode = await work(reporter);
  } catch (error) {
    const code = error instanceof CommandError ? error.code : exitCode.failed;
    reporter.error(error instanceof Error ? error.message : String(error), code);
    process.exitCode = code;
  } finally {
    reporter.clear();
  }
}

/** `fleet up`, as the user types it. */
function nameOf(command: CommandUnknownOpts): string {
  const { parent } = command;
  return parent?.parent ? `${nameOf(parent)} ${command.name()}` : command.name();
}
