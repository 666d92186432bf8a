import { mapConfigs } from "./faults/tool-configs";
import { isObject } from "./json";

/** One request to the simulator, without API keys and without values of a tool's config. */
export interface JournalEntry {
  /** When it arrived, ISO 8601. */
  at: string;
  /** When it arrived, and when its response was sent: milliseconds of the simulator's clock. */
  startedAt: number;
  endedAt?: number;
  /** Requests in progress when it arrived, including itself. */
  concurrent: number;
  /** Undefined when no operation has the path. */
  operationId?: string;
  method: string;
  path: string;
  /** Path parameters; slugs in their original form. */
  parameters: Record<string, string>;
  query: Record<string, string>;
  body?: unknown;
  accountId?: string;
  requestId: string;
  /** Undefined without a response: a reset, a stall, or a request in progress. */
  status?: number;
  /** The kind of the fault that hit it. */
  fault?: string;
}

/** How many entries are kept. */
const capacity = 20_000;

/** Every request since the start, `reset()` or `clear()`, oldest first. It is an array, because its users index, filter and
 * iterate it: `journal` as an array is part of the public API. */
export class Journal extends Array<JournalEntry> {
  private underWay = 0;
  readonly #whenCleared: (() => void)[] = [];

  /** `filter`, `map` and the like return plain arrays. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** Requests other than GET. */
  writes(): JournalEntry[] {
    return this.filter(({ method }) => method !== "GET");
  }

  /** The number of requests of an operation. Default: of all operations. */
  count(operationId?: string): number {
    return this.filter((entry) => operationId === undefined || entry.operationId === operationId).length;
  }

  clear(): void {
    this.length = 0;
    for (const listener of this.#whenCleared) listener();
  }

  /** Calls a listener after each `clear()`. */
  onClear(listener: () => void): void {
    this.#whenCleared.push(listener);
  }

  /** The most requests in progress at once. */
  maxConcurrent(): number {
    return this.reduce((most, { concurrent }) => Math.max(most, concurrent), 0);
  }

  /** The most requests within one second. */
  maxPerSecond(): number {
    const times = this.map(({ startedAt }) => startedAt);
    let from = 0;
    return times.reduce((most, time, index) => {
      while ((times[from] ?? time) <= time - 1000) from++;
      return Math.max(most, index - from + 1);
    }, 0);
  }

  /** Adds a request. */
  start(entry: Omit<JournalEntry, "concurrent" | "at">): JournalEntry {
    const at = new Date(entry.startedAt).toISOString();
    const started = { at, concurrent: ++this.underWay, ...entry };
    if (this.length >= capacity) this.shift();
    this.push(started);
    return started;
  }

  /** Notes the end of a request. */
  end(entry: JournalEntry, endedAt: number): void {
    if (entry.endedAt !== undefined) return;
    entry.endedAt = endedAt;
    this.underWay--;
  }
}

/** Returns a body without its secrets: values of a tool's config, tokens, codes. */
export function redact(body: unknown): unknown {
  const hidden = mapConfigs(body, "[redacted]");
  if (!isObject(hidden)) return hidden;
  const secret = ["token", "code"].filter((key) => Object.hasOwn(hidden, key));
  return { ...hidden, ...Object.fromEntries(secret.map((key) => [key, "[redacted]"])) };
}
