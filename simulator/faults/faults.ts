/**
 * What goes wrong:
 *
 * | kind | what the client sees |
 * |---|---|
 * | `status` | a response with `status` (500), `body` and `headers` |
 * | `failed` | the database refuses a write: the envelope is null, `message` has the reason; `status` 500, or 200 as on older servers |
 * | `resetBefore`, `resetAfter` | a reset connection, before or after the operation |
 * | `stall` | no response; the connection stays open |
 * | `slow` | the response after `ms` (1000) |
 * | `html` | a gateway's HTML page, `status` 502 |
 * | `text` | text/plain: `body` ("OK"), `status` 200 |
 * | `truncated` | the first half of the JSON, with a matching length |
 * | `aborted` | the first half of the JSON, then a reset connection |
 * | `huge` | the response, followed by `bytes` (64 MiB) of white space |
 * | `redirect` | a redirect (`status` 307) to `location` |
 * | `maskedSecrets`, `missingSecrets` | tool configs with `mask` (`********`) for each value, or for the whole config (`whole`); or no config |
 * | `bare`, `array` | the response without its envelope, or with a one-element array in it |
 */
export const faultKinds = [
  "status",
  "failed",
  "resetBefore",
  "resetAfter",
  "stall",
  "slow",
  "html",
  "text",
  "truncated",
  "aborted",
  "huge",
  "redirect",
  "maskedSecrets",
  "missingSecrets",
  "bare",
  "array",
] as const;

/** What goes wrong. */
export type FaultKind = (typeof faultKinds)[number];

/** A fault: which calls it hits, and how they fail. */
export interface Fault {
  kind: FaultKind;
  /** The operation it hits. Default: any. */
  operationId?: string;
  /** Path parameters it hits, slugs in their original form, e.g. `{ slug: "support" }`. */
  where?: Record<string, string>;
  /** Matching calls that pass before it begins. Default 0. */
  skip?: number;
  /** Calls it hits. Default 1; `Infinity` until it is cleared. */
  times?: number;
  /** Whether the operation is run (`after`) or not. Default: `before` for status, failed, stall, html and redirect. */
  when?: "before" | "after";
  status?: number;
  headers?: Record<string, string>;
  /** JSON, or a string for text/plain. */
  body?: unknown;
  location?: string;
  bytes?: number;
  ms?: number;
  /** What replaces a secret: any JSON value. Default `"********"`. */
  mask?: unknown;
  /** Whether `mask` replaces the whole config instead of each value in it. Default false. */
  whole?: boolean;
}

/** The faults that have not hit all of their calls. */
export class Faults {
  /** Requests per second above which the response is a 429 with `Retry-After`. Undefined: no limit. */
  rateLimit: number | undefined;
  private readonly waiting: { id: number; fault: Fault; skip: number; times: number }[] = [];
  private readonly listeners: (() => void)[] = [];
  private lastId = 0;
  private readonly recent: number[] = [];

  /**
   * Adds a fault. When several match a call, the first one added hits it.
   *
   * @example
   * ```ts
   * faults.add({ operationId: "createWorkspace", kind: "resetAfter" });
   * faults.add({ kind: "status", status: 429, headers: { "retry-after": "2" }, times: 3 });
   * ```
   */
  add(fault: Fault): void {
    this.waiting.push({ id: ++this.lastId, fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
    this.changed();
  }

  /** Removes one fault, by its id in `listed`. */
  remove(id: number): void {
    const index = this.waiting.findIndex((one) => one.id === id);
    if (index < 0) throw new Error(`lumenone-simulator: no fault has the id ${JSON.stringify(id)}`);
    this.waiting.splice(index, 1);
    this.changed();
  }

  /** Calls a listener after each change. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Removes all faults and the rate limit. */
  clear(): void {
    this.waiting.length = 0;
    this.rateLimit = undefined;
    this.changed();
  }

  /** The faults that will hit a later call. */
  get pending(): Fault[] {
    return this.waiting.map(({ fault }) => fault);
  }

  /** The same with their ids, and how many calls each has left to hit. */
  get listed(): (Fault & { id: number; left: number })[] {
    return this.waiting.map(({ id, fault, times }) => ({ ...fault, id, left: times }));
  }

  /** Returns the fault that hits a call, or undefined. */
  take(operationId: string, params: Record<string, string>): Fault | undefined {
    const fits = ({ fault }: { fault: Fault }): boolean =>
      (fault.operationId ?? operationId) === operationId &&
      Object.entries(fault.where ?? {}).every(([name, value]) => params[name] === value);
    for (const waiting of this.waiting.filter(fits)) {
      if (waiting.skip-- > 0) continue;
      if (--waiting.times <= 0) this.waiting.splice(this.waiting.indexOf(waiting), 1);
      this.changed();
      return waiting.fault;
    }
    return undefined;
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** Whether a call at this time (milliseconds) exceeds the rate limit. */
  isTooMany(now: number): boolean {
    if (this.rateLimit === undefined) return false;
    while (this.recent[0] !== undefined && this.recent[0] <= now - 1000) this.recent.shift();
    if (this.recent.length >= this.rateLimit) return true;
    this.recent.push(now);
    return false;
  }
}
