import { type Time } from "./time";

/** How long nothing may have happened before a batch starts, in milliseconds; less when there seems no room for more. */
const quiet = 100;
const quietWhenFull = 30;
/** How long a batch waits in all. */
const longest = 5000;
/** How often to look. */
const tick = 10;

/**
 * What a process is doing just now, so a batch knows whether more is about to come. Pulumi never says how many steps
 * it runs at once; the most that ever ran does.
 */
export class Activity {
  private running = 0;
  private waiting = 0;
  private most = 0;
  private mostSince = 0;
  private last = 0;
  /** The sizes of the batches that wait. */
  private readonly batches = new Set<() => number>();

  constructor(private readonly time: Time) {}

  /** Notes that Pulumi asks for something, be it a look. */
  note(): void {
    this.last = this.time.now();
  }

  /** Runs a step that occupies one of the places that Pulumi has. */
  async during<T>(step: () => Promise<T>): Promise<T> {
    this.running++;
    if (this.running > this.most) [this.most, this.mostSince] = [this.running, this.time.now()];
    this.note();
    try {
      return await step();
    } finally {
      this.running--;
      this.note();
    }
  }

  /** Waits within a step for something that may take long and that no other step waits for. */
  async aside<T>(wait: () => Promise<T>): Promise<T> {
    this.running--;
    try {
      return await wait();
    } finally {
      this.running++;
      this.note();
    }
  }

  /** Notes that this number of steps do nothing but wait for a batch to start; none of them brings another. */
  wait(steps: number): void {
    this.waiting += steps;
    this.note();
  }

  /**
   * Waits until nothing more is about to come and no other batch is larger, or for too long. A smaller one goes on growing:
   * what the larger one leaves free is filled with more for either.
   * @param size of the batch that waits
   */
  async calm(size: () => number = () => 1): Promise<void> {
    const end = this.time.now() + longest;
    this.batches.add(size);
    while (!(this.isCalm() && this.isLargest(size)) && this.time.now() < end) await this.time.wait(tick);
    this.batches.delete(size);
  }

  private isLargest(size: () => number): boolean {
    const own = size();
    return [...this.batches].every((other) => other === size || other() <= own);
  }

  private isCalm(): boolean {
    // What still runs makes room for others when it ends, or is what they depend on.
    if (this.waiting < this.running) return false;
    const now = this.time.now();
    const isFull = this.waiting >= this.most && this.most > 0 && now - this.mostSince >= quiet;
    return now - this.last >= (isFull ? quietWhenFull : quiet);
  }
}
