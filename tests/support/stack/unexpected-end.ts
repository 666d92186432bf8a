import { type RunResult } from "./run-result";

/** A run that failed though it should not, or the other way round. Its message is what a developer needs to see. */
export class UnexpectedEnd extends Error {
  constructor(
    command: string,
    /** All that is known of the run. */
    readonly result: RunResult,
  ) {
    const how = result.ok ? "succeeded, which was not expected" : `ended with ${result.signal ?? result.code}`;
    const messages = result.diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
    const rest = messages.length > 0 ? messages : [result.stdout, result.stderr];
    const cutOffs = result.cutOffs.map(({ message }) => `the program was cut off: ${message}`);
    super([`pulumi ${command} ${how}`, ...rest, ...cutOffs].join("\n").trim());
    this.name = "UnexpectedEnd";
  }
}
