import { type Time } from "./time";

/**
 * How long nothing may have been added before a batch starts, in milliseconds. Pulumi writes its state between two steps, which
 * takes longer in a larger stack: so it grows with the items of this process.
 */
const quiet = { first: 10, perItem: 5, most: 100 };
/** How long a batch waits at most, in milliseconds. */
const longest = 5000;
/** How often to look, in milliseconds. */
const tick = 5;

/**
 * When the batches of one process start: 15 to 100 ms after the last item was added to any of them, the largest first, and one
 * after the other. The others grow meanwhile: when steps end, Pulumi starts as many new ones, for any of the batches.
 */
export class BatchSchedule {
  private items = 0;
  private last = 0;
  private running = 0;
  /** The sizes of the batches that wait, in the order in which they began to. */
  private readonly waiting = new Set<() => number>();

  constructor(private readonly time: Time) {}

  /** Notes that an item was added to a batch. */
  added(): void {
    this.items++;
    this.last = this.time.now();
  }

  /**
   * Runs a batch when its turn has come, or when it has waited for too long.
   * @param size how many items the batch has now
   */
  async inTurn(size: () => number, run: () => Promise<void>): Promise<void> {
    const end = this.time.now() + longest;
    this.waiting.add(size);
    while (!this.isNext(size) && this.time.now() < end) await this.time.wait(tick);
    this.waiting.delete(size);
    this.running++;
    try {
      await run();
    } finally {
      this.running--;
      // The steps that end make room for others, which are about to come.
      this.last = this.time.now();
    }
  }

  private isNext(size: () => number): boolean {
    const wait = Math.min(quiet.most, quiet.first + quiet.perItem * this.items);
    if (this.running > 0 || this.time.now() - this.last < wait) return false;
    const [largest] = [...this.waiting].sort((one, other) => other() - one());
    return largest === size;
  }
}
