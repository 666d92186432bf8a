import PQueue from "p-queue";
import { type Clock } from "./client";
import { type Settings } from "./settings";

/** Holds back requests: at most so many at once and in a second, and none for as long as LumenOne asks to wait. */
export class Limiter {
  private readonly queue: PQueue;
  private resumeAt = 0;

  constructor(settings: Pick<Settings, "maxConcurrency" | "requestsPerSecond">) {
    const { maxConcurrency: concurrency, requestsPerSecond: rate } = settings;
    // One at a time in even steps: a whole second's share at once would be a burst to the server.
    this.queue = new PQueue({ concurrency, ...(rate === undefined ? {} : { interval: 1000 / rate, intervalCap: 1 }) });
  }

  /** Runs when there is room. */
  run<T>(request: () => Promise<T>): Promise<T> {
    return this.queue.add(request);
  }

  /** Lets nobody begin for that many milliseconds of this clock. */
  pause(milliseconds: number, clock: Pick<Clock, "now" | "sleep">): void {
    const until = clock.now() + milliseconds;
    if (until <= this.resumeAt) return;
    this.resumeAt = until;
    this.queue.pause();
    void clock.sleep(milliseconds).then(() => {
      if (clock.now() >= this.resumeAt - 1) this.queue.start();
    });
  }
}

const limiters = new Map<string, Limiter>();

/** The limiter of everything in this process that asks the same host with the same key. */
export function limiterFor(settings: Settings): Limiter {
  const key = JSON.stringify([settings.origin, settings.apiKey, settings.maxConcurrency, settings.requestsPerSecond]);
  const limiter = limiters.get(key) ?? new Limiter(settings);
  limiters.set(key, limiter);
  return limiter;
}
