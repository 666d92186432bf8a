import { setTimeout } from "node:timers/promises";

/** The clock and waiting, injected so that tests need neither. */
export interface Time {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** @param signal ends the waiting early, without an error */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const realTime: Time = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
};
