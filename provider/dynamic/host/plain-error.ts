import { stepMessage } from "../../lifecycle/errors/step-message";

/**
 * An error as the host process should print it: one paragraph, without a stack. Its own `id` is dropped, since Pulumi
 * takes any error with one for a resource that was made.
 */
export class PlainError extends Error {
  constructor(cause: unknown, kind: string) {
    super(stepMessage(cause, kind), { cause });
    this.stack = "";
  }

  override toString(): string {
    return this.message;
  }
}
