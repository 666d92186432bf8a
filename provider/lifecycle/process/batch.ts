import { type BatchSchedule } from "./batch-schedule";

/** The items of one batch that failed, each with its own error. */
export type Failures<Item> = ReadonlyMap<Item, Error>;

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Handles items together that become ready together. Pulumi runs several steps at once, each with one resource; items
 * that come while an earlier batch is under way, or before this one starts, go into one batch.
 */
export class Batch<Item> {
  private waiting: Waiting<Item>[] = [];
  private busy = false;

  /** @param run does a whole batch; what it throws is the error of every item */
  constructor(
    private readonly schedule: BatchSchedule,
    private readonly run: (items: Item[]) => Promise<Failures<Item>>,
  ) {}

  /**
   * Adds one item.
   * @param signal ends the waiting. An item whose batch is under way is done all the same
   * @param late the error when the waiting ends
   * @returns when its batch is done
   */
  add(item: Item, signal?: AbortSignal, late = () => new Error("its time was over")): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting<Item> = { item, resolve, reject };
      signal?.addEventListener(
        "abort",
        () => {
          this.withdraw(waiting);
          reject(late());
        },
        { once: true },
      );
      this.waiting.push(waiting);
      this.schedule.added();
      if (!this.busy) void this.work();
    });
  }

  private withdraw(waiting: Waiting<Item>): void {
    this.waiting = this.waiting.filter((other) => other !== waiting);
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      await this.schedule.inTurn(
        () => this.waiting.length,
        () => this.settle(),
      );
    }
    this.busy = false;
  }

  private async settle(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length === 0) return;
    try {
      const failures = await this.run(batch.map(({ item }) => item));
      for (const { item, resolve, reject } of batch) {
        const error = failures.get(item);
        if (error) reject(error);
        else resolve();
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
