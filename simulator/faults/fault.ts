/**
 * What goes wrong:
 *
 * | kind | what the client sees |
 * |---|---|
 * | `status` | an answer of `status` (500) with `body` and `headers` |
 * | `failed` | the database refuses a write: the envelope is null, `message` says why; `status` 500, on older servers 200 |
 * | `resetBefore`, `resetAfter` | a reset connection, before or after the operation was done |
 * | `stall` | no answer, ever |
 * | `slow` | the answer after `ms` (1000) |
 * | `html` | a gateway's HTML page, `status` 502 |
 * | `text` | text/plain: `body` ("OK"), `status` 200 |
 * | `truncated` | half of the JSON, as if it were the whole |
 * | `aborted` | half of the JSON, then a reset connection |
 * | `huge` | the answer and `bytes` (64 MiB) of white space |
 * | `redirect` | a redirect (`status` 307) to `location` |
 * | `maskedSecrets`, `missingSecrets` | tool configs with `mask` (stars) for values, or in the place of all of it (`whole`); or none at all |
 * | `bare`, `array` | the answer without its envelope, or in a one-element array inside of it |
 */
export type FaultKind =
  | "status"
  | "failed"
  | "resetBefore"
  | "resetAfter"
  | "stall"
  | "slow"
  | "html"
  | "text"
  | "truncated"
  | "aborted"
  | "huge"
  | "redirect"
  | "maskedSecrets"
  | "missingSecrets"
  | "bare"
  | "array";

/** A fault: which calls it hits, and what it does to them. */
export interface Fault {
  kind: FaultKind;
  /** The operation it hits; any, where omitted. */
  operationId?: string;
  /** Path parameters it hits, slugs in their original form, e.g. `{ slug: "support" }`. */
  where?: Record<string, string>;
  /** Calls that pass before it begins. Default 0. */
  skip?: number;
  /** Calls it hits. Default 1; `Infinity` until it is cleared. */
  times?: number;
  /** Whether the operation is done (`after`) or not. Default: `before` for status, failed, stall, html and redirect. */
  when?: "before" | "after";
  status?: number;
  headers?: Record<string, string>;
  /** JSON, or a string for text/plain. */
  body?: unknown;
  location?: string;
  bytes?: number;
  ms?: number;
  /** What stands for a secret: a text, null, or anything else. */
  mask?: unknown;
  /** Whether it stands for a whole config, instead of each value in it. */
  whole?: boolean;
}
