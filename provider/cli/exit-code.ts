/**
 * The command's exit codes. `found` is not a failure: a pipeline distinguishes "there is drift" from "could not look".
 */
export const exitCode = { done: 0, failed: 1, found: 2, notConfirmed: 3, usage: 64 } as const;

/** Something that ends the command: what is wrong, what to do, and the exit code for a script. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly code: number = exitCode.failed,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "CommandError";
  }
}
