/** What the simulator's process says when it is ready. */
export interface Ready {
  readonly url: string;
  readonly apiKey: string;
  readonly accountId: string;
}

/** What it has seen since the last `clear`. */
export interface Seen {
  readonly requests: Readonly<Record<string, number>>;
  /** Responses other than 200. */
  readonly failures: number;
}

/** `clear`: forget, then say what there is (nothing). */
export type Question = "clear" | "count";

export type Reply = Ready | Seen;
