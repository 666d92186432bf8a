import { type Clock, realClock } from "./clock";

/** How much may be asked for. */
export interface Limits {
  /** Requests at once. */
  readonly maxConcurrency: number;
  /** Requests in a second. Default: any number. */
  readonly requestsPerSecond?: number;
}

/** How a request waits for its turn. */
export interface Turn {
  /** Goes before waiting requests: a request that is sent again has waited before. */
  readonly first?: boolean;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
}

/** Holds back requests: a maximum at once and in a second, and none for as long as LumenOne asks to wait. */
export class Limiter {
  /** Those before `next` have begun. Requests that are sent again wait in `again`. */
  private waiting: (() => void)[] = [];
  private next = 0;
  private readonly again: (() => void)[] = [];
  private running = 0;
  private nextStart = 0;
  private resumeAt = 0;
  private wakeUp: (() => void) | undefined;

  constructor(
    private limits: Limits,
    private readonly clock: Clock = realClock,
  ) {}

  /** Takes other limits into account: the lower ones count. */
  lower({ maxConcurrency, requestsPerSecond = Infinity }: Limits): void {
    const rate = Math.min(requestsPerSecond, this.limits.requestsPerSecond ?? Infinity);
    this.limits = {
      maxConcurrency: Math.min(maxConcurrency, this.limits.maxConcurrency),
      ...(rate === Infinity ? {} : { requestsPerSecond: rate }),
    };
  }

  /** Runs when there is room; at once when the signal says that its caller does not want it any more. */
  async run<T>(request: () => Promise<T>, { first = false, signal }: Turn = {}): Promise<T> {
    const hasRoom = await this.turn(first, signal);
    try {
      return await request();
    } finally {
      if (hasRoom) this.running--;
      this.startNext();
    }
  }

  private turn(first: boolean, signal: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      const start = () => {
        signal?.removeEventListener("abort", leave);
        resolve(true);
      };
      const leave = () => {
        const list = first ? this.again : this.waiting;
        const at = list.indexOf(start, first ? 0 : this.next);
        if (at >= 0) list.splice(at, 1);
        resolve(false);
      };
      if (signal?.aborted) return resolve(false);
      signal?.addEventListener("abort", leave, { once: true });
      (first ? this.again : this.waiting).push(start);
      this.startNext();
    });
  }

  /** Lets nobody begin for that many milliseconds. */
  pause(milliseconds: number): void {
    this.resumeAt = Math.max(this.resumeAt, this.clock.now() + milliseconds);
  }

  private startNext(): void {
    while (this.again.length + this.waiting.length > this.next && this.running < this.limits.maxConcurrency) {
      const now = this.clock.now();
      const wait = Math.max(this.resumeAt, this.nextStart) - now;
      if (wait > 0) return this.wakeIn(wait);
      // In even steps, and a late step is not made up for: that would be a burst to the server.
      const { requestsPerSecond } = this.limits;
      if (requestsPerSecond !== undefined) {
        this.nextStart = now + 1000 / requestsPerSecond;
      }
      this.running++;
      this.takeNext()();
    }
  }

  /** Taking from the front of a long array moves the rest each time, so what has begun is dropped a thousand at once. */
  private takeNext(): () => void {
    const again = this.again.shift();
    if (again) return again;
    const start = this.waiting[this.next++]!;
    if (this.next >= 1000) {
      this.waiting = this.waiting.slice(this.next);
      this.next = 0;
    }
    return start;
  }

  private wakeIn(milliseconds: number): void {
    this.wakeUp?.();
    this.wakeUp = this.clock.after(milliseconds, () => {
      this.wakeUp = undefined;
      this.startNext();
    });
  }
}

/** By clock, then by host and key. Only tests have more than one clock. */
const limiters = new WeakMap<Clock, Map<string, Limiter>>();

/** The limiter of everything in this process that asks the same host with the same key. The lowest limits count. */
export function limiterFor(origin: string, apiKey: string | undefined, limits: Limits, clock = realClock): Limiter {
  const known = limiters.get(clock) ?? new Map<string, Limiter>();
  limiters.set(clock, known);
  const key = JSON.stringify([origin, apiKey]);
  const limiter = known.get(key) ?? new Limiter(limits, clock);
  limiter.lower(limits);
  known.set(key, limiter);
  return limiter;
}
