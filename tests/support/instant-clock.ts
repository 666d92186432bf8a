import { type Clock } from "../../provider/client/send/clock";

/** A clock on which every wait is over at once, and takes its time all the same. */
export function instantClock(): Clock & { waits: number[] } {
  let now = Date.parse("2026-01-01T00:00:00Z");
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    random: () => 0.5,
    after(milliseconds, run) {
      waits.push(milliseconds);
      const pending = setImmediate(() => {
        now += milliseconds;
        run();
      });
      return () => clearImmediate(pending);
    },
  };
}
