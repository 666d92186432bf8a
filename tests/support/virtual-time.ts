import { type Time } from "../../provider/lifecycle/process/time";

/** A clock that only moves when a test moves it. */
export interface VirtualTime extends Time {
  /** Lets that many milliseconds pass, and everything happen that was waiting for them. */
  pass(milliseconds: number): Promise<void>;
  /** How long anybody has asked to wait, in order. */
  readonly waits: readonly number[];
}

/** Every promise that can go on without waiting does so. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

export function virtualTime(): VirtualTime {
  let now = 0;
  const waits: number[] = [];
  let sleepers: { at: number; wake: () => void }[] = [];
  return {
    waits,
    now: () => now,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return new Promise((wake) => sleepers.push({ at: now + milliseconds, wake }));
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      await settled();
      for (;;) {
        const next = sleepers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = next.at;
        sleepers = sleepers.filter((sleeper) => sleeper !== next);
        next.wake();
        await settled();
      }
      now = end;
    },
  };
}

/** Time that passes as fast as anybody waits for it. */
export function fastTime(): Time & { readonly waits: readonly number[] } {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
      await settled();
    },
  };
}
