/** What is known when one attempt has failed. Times in milliseconds. */
export interface FailedAttempt {
  /** 1 for the first. */
  readonly attempt: number;
  readonly maxRetries: number;
  /** Whether sending the request twice leaves what sending it once does. */
  readonly repeatable: boolean;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  /** Whether the request can have reached LumenOne. */
  readonly sent: boolean;
  /** Whether the answer came but could not be read. */
  readonly garbled: boolean;
  readonly retryAfter: string | undefined;
  readonly elapsed: number;
  /** What the call may take with all its attempts and waiting. */
  readonly budget: number;
  readonly now: number;
  /** 0 to 1. */
  readonly random: number;
}

/** Whether to send a request again, and after how many milliseconds. */
export type RetryDecision = { readonly retry: false } | { readonly retry: true; readonly delay: number };

const firstDelay = 500;
const longestDelay = 20_000;
const longestRetryAfter = 60_000;
const passing = [408, 502, 503, 504];

/** Decides alone from what it is given. A request that may have been carried out is only repeated where that is harmless. */
export function decideRetry(failed: FailedAttempt): RetryDecision {
  const { attempt, maxRetries, repeatable, status, sent, garbled, elapsed, budget, random } = failed;
  const refused = status === 429 || !sent;
  const passes = (status === undefined && !garbled) || garbled || passing.includes(status ?? 0);
  if (attempt > maxRetries || (!refused && !(repeatable && passes))) return { retry: false };
  const backOff = Math.min(longestDelay, firstDelay * 2 ** (attempt - 1)) * (0.5 + random / 2);
  const delay = Math.round(retryAfter(failed) ?? backOff);
  return elapsed + delay >= budget ? { retry: false } : { retry: true, delay };
}

/** LumenOne's own wish in milliseconds, if it is one: seconds or a date, at least 0 and at most a minute. */
function retryAfter({ retryAfter: given, now }: FailedAttempt): number | undefined {
  if (given === undefined || given.trim() === "") return undefined;
  const wish = /^\s*-?[\d.]+\s*$/.test(given) ? Number(given) * 1000 : Date.parse(given) - now;
  return Number.isFinite(wish) ? Math.min(longestRetryAfter, Math.max(0, wish)) : undefined;
}
