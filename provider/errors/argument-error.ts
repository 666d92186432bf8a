/** A call that cannot be sent as it was given: which operation, which argument, and what it has to be. */
export class ArgumentError extends Error {
  constructor(
    readonly operationId: string,
    readonly argument: string,
    problem: string,
  ) {
    super(`${operationId}: ${argument} ${problem}.`);
    this.name = "ArgumentError";
  }
}
