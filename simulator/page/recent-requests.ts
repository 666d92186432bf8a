import type { Reply, Silence } from "../http/reply";
import { type JournalEntry, redact } from "../journal";
import { jsonOrText } from "../json";

/** How many requests the page shows. */
export const recentRequests = 300;

/** How much of a response is kept, in characters. */
const longestResponse = 20_000;

/** A request as the page shows it. */
export interface ShownRequest extends JournalEntry {
  /** Its response: JSON, or the beginning of the text. */
  response?: unknown;
}

interface Kept {
  readonly entry: JournalEntry;
  readonly text?: string;
}

/** The last requests with their responses. The journal has more requests, and no responses. */
export class RecentRequests {
  private readonly kept = new Map<string, Kept>();
  private readonly listeners: ((requestId: string) => void)[] = [];

  /** Calls a listener with the id of a request whenever there is something new about it. */
  onRequest(listener: (requestId: string) => void): void {
    this.listeners.push(listener);
  }

  /** Notes what is new about a request: that it came, its response, its end. */
  note(entry: JournalEntry, reply?: Reply | Silence): void {
    const { requestId } = entry;
    const text = typeof reply === "object" ? beginning(reply.text) : this.kept.get(requestId)?.text;
    this.kept.set(requestId, { entry, ...(text !== undefined && { text }) });
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > recentRequests && oldest !== undefined) this.kept.delete(oldest);
    for (const listener of this.listeners) listener(requestId);
  }

  get(requestId: string): ShownRequest | undefined {
    const kept = this.kept.get(requestId);
    return kept && shown(kept);
  }

  /** Oldest first. */
  all(): ShownRequest[] {
    return [...this.kept.values()].map(shown);
  }

  clear(): void {
    this.kept.clear();
  }
}

/** A part of a string keeps the whole of it in memory, and a copy does not. */
function beginning(text: string): string {
  if (text.length <= longestResponse) return text;
  return `${Buffer.from(text.slice(0, longestResponse)).toString()}…`;
}

/** Responses are read when somebody looks at them. */
function shown({ entry, text }: Kept): ShownRequest {
  return text === undefined ? entry : { ...entry, response: redact(jsonOrText(text)) };
}
