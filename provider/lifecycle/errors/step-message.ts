import { ResourceError } from "./resource-error";

/** What went wrong with a step, as one paragraph that names the kind. */
export function stepMessage(cause: unknown, kind: string): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return cause instanceof ResourceError || message.startsWith(kind) ? message : `${kind}: ${message}`;
}
