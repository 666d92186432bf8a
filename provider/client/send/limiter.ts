import { type Settings } from "../settings";
import { type Clock, realClock } from "./clock";

/** How much may be asked for. */
export type Limits = Pick<Settings, "maxConcurrency" | "requestsPerSecond">;

/** Holds back requests: a maximum at once and in a second, and none for as long as LumenOne asks to wait. */
export class Limiter {
  private readonly waiting: (() => void)[] = [];
  /** Requests that are sent again. */
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
    this.limits = {
      maxConcurrency: Math.min(maxConcurrency, this.limits.maxConcurrency),
      requestsPerSecond: Math.min(requestsPerSecond, this.limits.requestsPerSecond ?? Infinity),
    };
  }

  /**
   * Runs when there is room; at once when the signal says that its caller does not want it any more.
   * @param turn `first`: goes before waiting requests, as a request that is sent again has waited before
   */
  async run<T>(
    request: () => Promise<T>,
    turn: { first?: boolean; signal?: AbortSignal | undefined } = {},
  ): Promise<T> {
    const { first = false, signal } = turn;
    const hasRoom = await this.turn(first, signal);
    try {
      return await request();
    } finally {
      if (hasRoom) this.running--;
      this.startNext();
    }
  }

  private turn(first: boolean, signal: AbortSignal | undefined): Promise<boolean> {
    const list = first ? this.again : this.waiting;
    return new Promise((resolve) => {
      const start = () => {
        signal?.removeEventListener("abort", leave);
        resolve(true);
      };
      const leave = () => {
        const at = list.indexOf(start);
        if (at >= 0) list.splice(at, 1);
        resolve(false);
      };
      if (signal?.aborted) return resolve(false);
      signal?.addEventListener("abort", leave, { once: true });
      list.push(start);
      this.startNext();
    });
  }

  /** Lets nobody begin for that many milliseconds. */
  pause(milliseconds: number): void {
    this.resumeAt = Math.max(this.resumeAt, this.clock.now() + milliseconds);
  }

  private startNext(): void {
    while (this.again.length + this.waiting.length > 0 && this.running < this.limits.maxConcurrency) {
      const now = this.clock.now();
      const wait = Math.max(this.resumeAt, this.nextStart) - now;
      if (wait > 0) return this.wakeIn(wait);
      // In even steps, and a late step is not made up for: that would be a burst to the server.
      const { requestsPerSecond = Infinity } = this.limits;
      if (requestsPerSecond < Infinity) this.nextStart = now + 1000 / requestsPerSecond;
      this.running++;
      (this.again.shift() ?? this.waiting.shift())?.();
    }
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
