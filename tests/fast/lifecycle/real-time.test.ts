import { getEventListeners } from "node:events";
import { realTime } from "../../../provider/lifecycle/process/time";

/** How the lifecycle waits when no test moves the clock. */
const minute = 60_000;

test("a wait lets its time pass, and leaves no listener at its signal", async () => {
  const { signal } = new AbortController();
  const begun = realTime.now();
  await realTime.wait(5, signal);
  // Timers may come a fraction of a millisecond early.
  expect(realTime.now() - begun).toBeGreaterThan(4);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a wait ends with its signal, without an error", async () => {
  const end = new AbortController();
  const waiting = realTime.wait(minute, end.signal);
  end.abort();
  await expect(waiting).resolves.toBeUndefined();
});

test("a wait whose signal has already come ends", async () => {
  await expect(realTime.wait(minute, AbortSignal.abort())).resolves.toBeUndefined();
});

test("a wait without a signal ends", async () => {
  await expect(realTime.wait(1)).resolves.toBeUndefined();
});
