import { type Readable } from "node:stream";
import { type Operation } from "../contract/contract";

/** A request's body, in the form in which it is sent. */
export interface OutgoingBody {
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it can be opened a single time only. */
  readonly once: boolean;
  /** Gives it to one attempt. */
  open(): Buffer | Readable | undefined;
}

/** The body that an operation takes: none, JSON, or a form with a file. */
export async function outgoingBody(operation: Operation, body: unknown): Promise<OutgoingBody> {
  if (operation.multipart) {
    const { multipart } = require("./multipart") as typeof import("./multipart");
    return multipart(operation.operationId, (body ?? {}) as Record<string, unknown>);
  }
  if (operation.body.length === 0) return { headers: {}, once: false, open: () => undefined };
  const json = Buffer.from(JSON.stringify(body ?? {}));
  return { headers: { "Content-Type": "application/json" }, once: false, open: () => json };
}
