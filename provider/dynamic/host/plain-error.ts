import { ResourceError } from "../../lifecycle/errors/resource-error";

/**
 * An error as the host process should print it: one paragraph, without a stack. Its own `id` is dropped, since Pulumi
 * takes any error with one for a resource that was made.
 */
export class PlainError extends Error {
  constructor(cause: unknown, kind: string) {
    const message = cause instanceof Error ? cause.message : String(cause);
    super(cause instanceof ResourceError || message.startsWith(kind) ? message : `${kind}: ${message}`, { cause });
    this.stack = "";
  }

  override toString(): string {
    return this.message;
  }
}
