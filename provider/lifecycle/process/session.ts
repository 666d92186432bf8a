import { BatchSchedule } from "./batch-schedule";
import { Holders } from "../ownership/holders";
import { Replacements } from "../ownership/replacements";
import { realTime, type Time } from "./time";
import { type Values } from "../state/values";

/**
 * The memory of one provider process: which resource has which object, which objects existed before ours, and what must
 * not run at the same time.
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

  /** Notes an unconfirmed resource in the state, with the ids of objects that existed before it. */
  noteUnconfirmed(turn: string, before: readonly string[]): void {
    const others = this.unconfirmed.get(turn);
    this.unconfirmed.set(
      turn,
      before.filter((id) => others?.includes(id) ?? true),
    );
  }

  /** The ids that existed before the first unconfirmed one was sent; undefined when there are none. */
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

  /** Notes that this process may have changed something: shared reads are read again. */
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

  /** Runs calls with the same `key` one after the other. */
  inTurn<T>(key: string, run: () => Promise<T>): Promise<T> {
    const turn = (this.queues.get(key) ?? Promise.resolve()).then(run, run);
    this.queues.set(key, turn);
    return turn;
  }
}
