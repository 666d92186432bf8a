import { BatchSchedule } from "./batch-schedule";
import { Holders } from "../ownership/holders";
import { Replacements } from "../ownership/replacements";
import { realTime, type Time } from "./time";
import { type Values } from "../state/values";

/**
 * What one provider process remembers while it runs: who has which object, which objects were there before we
 * made ours, and what must not run at the same time.
 */
export class Session {
  private readonly remembered = new Map<string, Promise<Values[]>>();
  private readonly single = new Map<string, unknown>();
  private readonly shared = new Map<string, Promise<unknown>>();
  private readonly parents = new Map<string, string>();
  private readonly gone = new Set<string>();
  private readonly deleted = new Set<string>();
  private readonly unconfirmed = new Map<string, string[]>();
  private readonly queues = new Map<string, Promise<unknown>>();

  readonly batches: BatchSchedule;
  readonly holders = new Holders();
  readonly replacements = new Replacements();

  /** @param ending comes when the process has to end. Default: never */
  constructor(
    readonly time: Time = realTime,
    readonly ending?: AbortSignal,
  ) {
    this.batches = new BatchSchedule(time);
  }

  /** Notes that this process deleted an object, whose id may be given out again. */
  noteDeleted(key: string): void {
    this.deleted.add(key);
    this.holders.release(key);
  }

  isDeleted(key: string): boolean {
    return this.deleted.has(key);
  }

  /** Notes a resource of the state of which nobody knows whether it was made: ids of what was there before it. */
  noteUnconfirmed(turn: string, before: readonly string[]): void {
    const others = this.unconfirmed.get(turn);
    this.unconfirmed.set(
      turn,
      before.filter((id) => others?.includes(id) ?? true),
    );
  }

  /** What had been there before the first of the unconfirmed ones was sent; undefined when there are none. */
  unconfirmedBefore(turn: string): string[] | undefined {
    return this.unconfirmed.get(turn);
  }

  /** Returns from the first call of `read` for `key`; every later one gets the same, even after writes. */
  remember(key: string, read: () => Promise<Values[]>): Promise<Values[]> {
    let response = this.remembered.get(key);
    if (!response) {
      response = read();
      this.remembered.set(key, response);
      // A failure is not remembered: the next one who asks tries again.
      response.catch(() => this.remembered.delete(key));
    }
    return response;
  }

  /** Returns from one call of `read` for all who ask for `key` before this process writes anything. */
  share<T>(key: string, read: () => Promise<T>): Promise<T> {
    const kept = this.shared.get(key);
    if (kept) return kept as Promise<T>;
    const response = read();
    this.shared.set(key, response);
    response.catch(() => this.shared.delete(key));
    return response;
  }

  /** Notes which object this one lies in, for others that know its id alone. */
  noteParent(key: string, parent: string): void {
    this.parents.set(key, parent);
  }

  parentOf(key: string): string | undefined {
    return this.parents.get(key);
  }

  /** Notes that this process may have changed something: what was read to be shared is read again. */
  wrote(): void {
    this.shared.clear();
    this.gone.clear();
  }

  /** Notes that an object provably no longer exists, until the next write. */
  noteGone(key: string): void {
    this.gone.add(key);
  }

  isGone(key: string): boolean {
    return this.gone.has(key);
  }

  /** The one thing of this name, made by the first who asks for it. */
  only<T>(key: string, make: () => T): T {
    if (!this.single.has(key)) this.single.set(key, make());
    return this.single.get(key) as T;
  }

  /** Runs one after the other what shares `key`. */
  inTurn<T>(key: string, run: () => Promise<T>): Promise<T> {
    const turn = (this.queues.get(key) ?? Promise.resolve()).then(run, run);
    this.queues.set(key, turn);
    return turn;
  }
}
