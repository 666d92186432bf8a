import { mapConfigs } from "./faults/tool-configs";

/** One request that the simulator has seen. Neither keys nor values of a tool's config are in it. */
export interface JournalEntry {
  /** When it came, ISO 8601. */
  at: string;
  /** When it came, and when its answer went; milliseconds of the simulator's clock. */
  startedAt: number;
  endedAt?: number;
  /** Requests that were under way when it came, itself included. */
  concurrent: number;
  /** Undefined for a path that no operation has. */
  operationId?: string;
  method: string;
  path: string;
  /** Path parameters; slugs in their original form. */
  parameters: Record<string, string>;
  query: Record<string, string>;
  body?: unknown;
  accountId?: string;
  requestId: string;
  /** Undefined where nothing was answered: a reset, a stall, or still under way. */
  status?: number;
  /** The kind of the fault that hit it. */
  fault?: string;
}

/** The most entries that are kept. */
const capacity = 20_000;

/** Every request since the start, `reset()` or `clear()`: an array, oldest first. */
export class Journal extends Array<JournalEntry> {
  private underWay = 0;

  /** What is derived from it is a plain array. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** Requests that were meant to change something. */
  writes(): JournalEntry[] {
    return this.filter(({ method }) => method !== "GET");
  }

  /** Requests of an operation; all requests, where it is omitted. */
  count(operationId?: string): number {
    return this.filter((entry) => operationId === undefined || entry.operationId === operationId).length;
  }

  clear(): void {
    this.length = 0;
  }

  /** The most requests that were under way at once. */
  maxConcurrent(): number {
    return this.reduce((most, { concurrent }) => Math.max(most, concurrent), 0);
  }

  /** The most requests that came within any second. */
  maxPerSecond(): number {
    const times = this.map(({ startedAt }) => startedAt);
    let from = 0;
    return times.reduce((most, time, index) => {
      while ((times[from] ?? time) <= time - 1000) from++;
      return Math.max(most, index - from + 1);
    }, 0);
  }

  /** Notes that a request has come. */
  start(entry: Omit<JournalEntry, "concurrent" | "at">): JournalEntry {
    const at = new Date(entry.startedAt).toISOString();
    const started = { at, concurrent: ++this.underWay, ...entry };
    if (this.length >= capacity) this.shift();
    this.push(started);
    return started;
  }

  /** Notes that a request is over. */
  end(entry: JournalEntry, endedAt: number): void {
    if (entry.endedAt !== undefined) return;
    entry.endedAt = endedAt;
    this.underWay--;
  }
}

/** A body without secrets: values of a tool's config, tokens. */
export function redact(body: unknown): unknown {
  const hidden = mapConfigs(body, () => "[redacted]");
  if (typeof hidden !== "object" || hidden === null || Array.isArray(hidden)) return hidden;
  const secret = Object.keys(hidden).filter((key) => key === "token" || key === "code");
  return { ...hidden, ...Object.fromEntries(secret.map((key) => [key, "[redacted]"])) };
}
