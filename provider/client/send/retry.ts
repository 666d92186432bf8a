import { type Attempt } from "./attempt";

/** What is known when one attempt has failed. Times in milliseconds. */
export interface FailedAttempt extends Omit<Attempt, "value" | "failure"> {
  /** 1 for the first. */
  readonly attempt: number;
  readonly maxRetries: number;
  /** Whether sending the request twice leaves what sending it once does. */
  readonly repeatable: boolean;
  /** HTTP status; undefined when no response came. */
  readonly status: number | undefined;
  /** Whether a response came that is not LumenOne's. */
  readonly garbled: boolean;
  readonly elapsed: number;
  /** What the call may take with all its attempts and waiting. */
  readonly budget: number;
  readonly now: number;
  /** 0 to 1. */
  readonly random: number;
}

/** Whether to send a request again, and after how many milliseconds. */
export type RetryDecision = { readonly retry: false } | { readonly retry: true; readonly delay: number };

const firstDelay = 1000;
const longestDelay = 20_000;
const longestRetryAfter = 60_000;

/** 520 to 524: a CDN cannot reach the host behind it. */
const passing = [408, 502, 503, 504, 520, 521, 522, 523, 524];

/** Decides from its arguments alone. A request that may have been carried out is only repeated where that is harmless. */
export function decideRetry(failed: FailedAttempt): RetryDecision {
  const { attempt, maxRetries, repeatable, status, sent, garbled, lasting, elapsed, budget, random } = failed;
  const untouched = status === 429 || !sent;
  const passes = status === undefined || garbled || passing.includes(status);
  if (lasting || attempt > maxRetries || !(untouched || (repeatable && passes))) return { retry: false };
  // The delay is random in the whole range: clients that failed together must not come back together.
  const backOff = Math.min(longestDelay, firstDelay * 2 ** (attempt - 1)) * random;
  const delay = Math.round(retryAfterOf(failed.retryAfter, failed.now) ?? backOff);
  return elapsed + delay >= budget ? { retry: false } : { retry: true, delay };
}

/**
 * The delay of a `Retry-After` header in milliseconds, if valid: seconds or a date, at least 0 and at most a minute.
 */
export function retryAfterOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const wish = /^\s*-?\d+(?:\.\d+)?\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wish) ? Math.min(longestRetryAfter, Math.max(0, wish)) : undefined;
}
