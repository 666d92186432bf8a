import { type Clock } from "../../provider/client/send/clock";
import { type Time } from "../../provider/lifecycle/process/time";

/** The time of the client and of the lifecycle in a test. It moves only when `pass` moves it. */
export class TestClock implements Clock, Time {
  /** How long anything asked to wait, in order. */
  readonly waits: number[] = [];
  protected time = 0;
  private readonly timers = new Set<{ readonly at: number; readonly run: () => void }>();

  now = (): number => this.time;
  random = (): number => 0.5;

  after = (milliseconds: number, run: () => void): (() => void) => {
    this.waits.push(milliseconds);
    const timer = { at: this.time + milliseconds, run };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  };

  wait = (milliseconds: number): Promise<void> => new Promise((resolve) => void this.after(milliseconds, resolve));

  /** Lets time pass, timer by timer, and everything go on that a timer started. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      await settled();
      const [next] = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.timers.delete(next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = end;
  }
}

/** A clock on which each wait is over at once, and takes its time all the same. */
export class InstantClock extends TestClock {
  override after = (milliseconds: number, run: () => void): (() => void) => {
    this.waits.push(milliseconds);
    const pending = setImmediate(() => {
      this.time += milliseconds;
      run();
    });
    return () => clearImmediate(pending);
  };
}

/** Until all promises that can go on have done so. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
