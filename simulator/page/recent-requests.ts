import type { JournalEntry } from "../journal";
import { redact } from "../journal";
import type { Reply, Silence } from "../http/reply";

/** How many requests the page shows. */
export const recentRequests = 300;

/** How much of a response is kept, in characters. */
const longestResponse = 20_000;

/** A request as the page shows it. */
export interface ShownRequest extends JournalEntry {
  /** Its response: JSON, or the beginning of the text. */
  response?: unknown;
}

/** The last requests with their responses. The journal has more requests, and no responses. */
export class RecentRequests {
  private readonly kept = new Map<string, ShownRequest>();
  private readonly listeners: ((shown: ShownRequest) => void)[] = [];

  onRequest(listener: (shown: ShownRequest) => void): void {
    this.listeners.push(listener);
  }

  /** Notes what is new about a request: that it came, its response, its end. */
  note(entry: JournalEntry, reply?: Reply | Silence): void {
    const response = typeof reply === "object" ? responseOf(reply) : this.kept.get(entry.requestId)?.response;
    const shown = { ...entry, ...(response !== undefined && { response }) };
    this.kept.set(entry.requestId, shown);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > recentRequests && oldest !== undefined) this.kept.delete(oldest);
    for (const listener of this.listeners) listener(shown);
  }

  /** Oldest first. */
  all(): ShownRequest[] {
    return [...this.kept.values()];
  }

  clear(): void {
    this.kept.clear();
  }
}

function responseOf({ text }: Reply): unknown {
  const kept = text.length > longestResponse ? `${text.slice(0, longestResponse)}…` : text;
  try {
    return redact(JSON.parse(kept));
  } catch {
    return kept;
  }
}
