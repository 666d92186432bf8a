import type { Fault } from "./fault";

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
