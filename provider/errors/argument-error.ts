/**
 * A call that cannot be sent as it was given: the message names the operation, the argument, and what the argument has to
 * be. Thrown before any request.
 *
 * @example
 * await lumenone.getNumbers({ scope: "all" }); // ArgumentError: listNumbers: scope needs an organization.
 */
export class ArgumentError extends Error {
  constructor(
    /** The contract's name of the operation. */
    readonly operationId: string,
    /** The argument's name. */
    readonly argument: string,
    problem: string,
  ) {
    super(`${operationId}: ${argument} ${problem}.`);
    this.name = "ArgumentError";
  }
}
