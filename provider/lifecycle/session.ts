import { realTime, type Time } from "./time";
import { type Values } from "./values";

/**
 * What one provider process remembers while it runs: who has taken which object, which objects were there before we
 * made ours, and what must not run at the same time.
 */
export class Session {
  private readonly claimed = new Set<string>();
  private readonly made = new Set<string>();
  private readonly remembered = new Map<string, Promise<Values[]>>();
  private readonly single = new Map<string, unknown>();
  private readonly shared = new Map<string, Promise<Values[]>>();
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(readonly time: Time = realTime) {}

  /** Takes `key` for one resource of the program. @returns false when another resource has it */
  claim(key: string): boolean {
    if (this.claimed.has(key)) return false;
    this.claimed.add(key);
    return true;
  }

  isClaimed(key: string): boolean {
    return this.claimed.has(key);
  }

  release(key: string): void {
    this.claimed.delete(key);
  }

  /** Notes that a create of this process stands for this object, so that a delete of the old resource leaves it. */
  keep(key: string): void {
    this.made.add(key);
  }

  keeps(key: string): boolean {
    return this.made.has(key);
  }

  /** Answers from the first call of `read` for `key`; every later one gets the same, even after writes. */
  remember(key: string, read: () => Promise<Values[]>): Promise<Values[]> {
    let answer = this.remembered.get(key);
    if (!answer) {
      answer = read();
      this.remembered.set(key, answer);
      // A failure is not remembered: the next one who asks tries again.
      answer.catch(() => this.remembered.delete(key));
    }
    return answer;
  }

  /** Answers from one call of `read` for all who ask for `key` before this process writes anything. */
  share(key: string, read: () => Promise<Values[]>): Promise<Values[]> {
    let answer = this.shared.get(key);
    if (!answer) {
      answer = read();
      this.shared.set(key, answer);
      answer.catch(() => this.wrote());
    }
    return answer;
  }

  /** Notes that this process may have changed something: what was read to be shared is read again. */
  wrote(): void {
    this.shared.clear();
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
