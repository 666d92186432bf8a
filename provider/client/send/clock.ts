/** Time and random numbers for a client; a test gives its own. */
export interface Clock {
  /** Milliseconds, of which only differences and `Retry-After` dates count. */
  now(): number;
  /** Runs something later. @returns what takes it back */
  after(milliseconds: number, run: () => void): () => void;
  /** 0 to 1. */
  random(): number;
}

/** The time of this machine. */
export const realClock: Clock = {
  now: Date.now,
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** Waits; a signal ends the waiting with its reason. */
export function sleep(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      cancel();
      reject(signal?.reason as Error);
    };
    const cancel = clock.after(milliseconds, () => {
      signal?.removeEventListener("abort", stop);
      resolve();
    });
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
