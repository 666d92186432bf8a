import { type Readable } from "node:stream";

/** A request's body, in the form in which it is sent. */
export interface OutgoingBody {
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it can be opened a single time only. */
  readonly once: boolean;
  /** Gives it to one attempt. */
  open(): Buffer | Readable | undefined;
}
