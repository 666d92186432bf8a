import { type Activity } from "./activity";

/** What became of the items of one batch: those that failed, each with its own error. */
export type Failures<Item> = ReadonlyMap<Item, Error>;

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does together what becomes ready together. Pulumi hands over one resource at a time, several at once; whatever comes
 * while an earlier batch is under way, or before the process is calm, goes into one batch.
 */
export class Batch<Item> {
  private waiting: Waiting<Item>[] = [];
  private busy = false;

  /** @param run does a whole batch; what it throws is the error of every item */
  constructor(
    private readonly activity: Activity,
    private readonly run: (items: Item[]) => Promise<Failures<Item>>,
  ) {}

  /**
   * Adds one item.
   * @param signal ends the waiting for it. One whose batch is under way is done all the same, for the others' sake
   * @param late the error that this is
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
      this.activity.wait(1);
      if (!this.busy) void this.work();
    });
  }

  private withdraw(waiting: Waiting<Item>): void {
    if (!this.waiting.includes(waiting)) return;
    this.waiting = this.waiting.filter((other) => other !== waiting);
    this.activity.wait(-1);
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      await this.activity.calm(() => this.waiting.length);
      const batch = this.waiting;
      this.waiting = [];
      this.activity.wait(-batch.length);
      if (batch.length > 0) await this.settle(batch);
      // Who is done makes room for others, which are on their way now.
      this.activity.note();
    }
    this.busy = false;
  }

  private async settle(batch: Waiting<Item>[]): Promise<void> {
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
