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

/** The faults that are waiting for calls. */
export class Faults {
  /** Requests a second above which the answer is 429 with `Retry-After`; undefined for no limit. */
  rateLimit: number | undefined;
  private readonly waiting: { fault: Fault; skip: number; times: number }[] = [];
  private readonly recent: number[] = [];

  /**
   * Adds a fault. Of several that fit a call, the one added first hits it.
   *
   * @example
   * ```ts
   * faults.add({ operationId: "createWorkspace", kind: "resetAfter" });
   * faults.add({ kind: "status", status: 429, headers: { "retry-after": "2" }, times: 3 });
   * ```
   */
  add(fault: Fault): void {
    this.waiting.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
  }

  /** Forgets all faults and the rate limit. */
  clear(): void {
    this.waiting.length = 0;
    this.rateLimit = undefined;
  }

  /** The faults that have not hit all their calls yet. */
  get pending(): Fault[] {
    return this.waiting.map(({ fault }) => fault);
  }

  /** The fault for a call, if there is one. */
  take(operationId: string, params: Record<string, string>): Fault | undefined {
    const fits = ({ fault }: { fault: Fault }): boolean =>
      (fault.operationId ?? operationId) === operationId &&
      Object.entries(fault.where ?? {}).every(([name, value]) => params[name] === value);
    for (const waiting of this.waiting.filter(fits)) {
      if (waiting.skip-- > 0) continue;
      if (--waiting.times <= 0) this.waiting.splice(this.waiting.indexOf(waiting), 1);
      return waiting.fault;
    }
    return undefined;
  }

  /** Whether a call at this time (milliseconds) is one too many for the second before it. */
  isTooMany(now: number): boolean {
    if (this.rateLimit === undefined) return false;
    while (this.recent[0] !== undefined && this.recent[0] <= now - 1000) this.recent.shift();
    if (this.recent.length >= this.rateLimit) return true;
    this.recent.push(now);
    return false;
  }
}
