import { type CommandUnknownOpts } from "@commander-js/extra-typings";
import { Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";

/** The work of a command, after its options are read. @returns its exit code */
type Work = (reporter: Reporter) => number | Promise<number>;

/**
 * Does the work of a command, shows its error, and sets the exit code of the process. A command loads its modules inside
 * `work`, so that `--help` is quick and needs neither Pulumi nor HTTP.
 */
export async function run(command: CommandUnknownOpts, work: Work): Promise<void> {
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
