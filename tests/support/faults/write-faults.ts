import { type Fault } from "lumenone-simulator";

/** One way in which a write goes wrong, once. */
export interface WriteFault {
  readonly name: string;
  /** @param now what time the client has */
  readonly fault: (now?: number) => Omit<Fault, "operationId">;
  /** No response comes: only a client with a short timeout goes on. */
  readonly silent?: boolean;
}

const tooMany = (name: string, retryAfter: (now: number) => string): WriteFault => ({
  name: `429 ${name}`,
  fault: (now = Date.now()) => ({ kind: "status", status: 429, headers: { "retry-after": retryAfter(now) } }),
});

/** Every way in which a write of the matrix goes wrong. */
export const writeFaults: readonly WriteFault[] = [
  { name: "resetBefore", fault: () => ({ kind: "resetBefore" }) },
  { name: "resetAfter", fault: () => ({ kind: "resetAfter" }) },
  { name: "stall", fault: () => ({ kind: "stall" }), silent: true },
  { name: "timeout", fault: () => ({ kind: "stall", when: "after" }), silent: true },
  { name: "truncated", fault: () => ({ kind: "truncated" }) },
  { name: "HTML 502", fault: () => ({ kind: "html" }) },
  { name: "503 before", fault: () => ({ kind: "status", status: 503 }) },
  { name: "503 after", fault: () => ({ kind: "status", status: 503, when: "after" }) },
  tooMany("1 s", () => "1"),
  tooMany("date", (now) => new Date(now + 2000).toUTCString()),
  tooMany("no wish", () => ""),
  tooMany("absurd", () => "999999999"),
  { name: "text 400", fault: () => ({ kind: "text", status: 400, body: "Bad Request", when: "before" }) },
];
