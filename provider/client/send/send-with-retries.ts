import { ApiError } from "../../errors/api-error";
import { abortedFailure, attempt, type Attempt, type CallContext } from "./attempt";
import { sleep } from "./clock";
import { debugLog } from "../log/debug-log";
import { type Request } from "../request/request";
import { decideRetry, retryAfterOf } from "./retry";
import { type OutgoingBody } from "./transport";

/**
 * A call with all its attempts and waiting ends within this, in milliseconds. The time that it waits for its first turn does
 * not count: that is how the limits work.
 */
const budget = 90_000;
const slowBudget = 15 * 60_000;
/** The timeout of slow operations, as a multiple of that of others: 15 minutes by default. */
const slowFactor = 15;
/** The least pause after a 429 without `Retry-After`, in milliseconds. */
const leastPause = 500;

/**
 * Sends until there is a response, a refusal, or no time left.
 * @throws {ApiError}
 */
export async function sendWithRetries(context: CallContext, request: Request, body: OutgoingBody): Promise<unknown> {
  const { clock, limiter, settings } = context;
  const { signal, stopping = signal, sends, once } = context.options;
  const { slow, repeatable, operationId } = request.operation;
  const total = slow ? slowBudget : budget;
  const timeout = settings.timeoutSeconds * (slow ? slowFactor : 1) * 1000;
  let started: number | undefined;
  let last: ApiError | undefined;

  const turn = async (): Promise<Attempt> => {
    started ??= clock.now();
    const left = total - (clock.now() - started);
    if (stopping?.aborted) return { failure: abortedFailure(request, false, stopping), sent: false, lasting: true };
    if (left <= 0 && last) throw last;
    if (sends) sends.left--;
    return attempt(context, request, body, Math.min(left, timeout));
  };

  for (let count = 1; ; count++) {
    const { value, failure, ...facts } = await limiter.run(turn, { first: count > 1, signal: stopping });
    if (!failure) return value;
    // An earlier attempt may have been carried out, whatever a later one reports.
    last = new ApiError({ ...failure, outcomeUnknown: failure.outcomeUnknown || last?.outcomeUnknown === true });
    const now = clock.now();
    const decision = decideRetry({
      ...facts,
      attempt: count,
      maxRetries: body.once || sends?.left === 0 || (once && facts.sent) ? 0 : settings.maxRetries,
      repeatable,
      status: failure.status,
      garbled: failure.reason === "garbled",
      elapsed: now - (started ?? now),
      budget: total,
      now,
      random: clock.random(),
    });
    // A request that has to slow down slows all others.
    const isLimited = failure.reason === "rateLimited";
    if (isLimited)
      limiter.pause(retryAfterOf(facts.retryAfter, now) ?? Math.max(leastPause, decision.retry ? decision.delay : 0));
    if (!decision.retry) throw last;
    debugLog(request.secrets, () => `${operationId}: again in ${decision.delay} ms`);
    if (!isLimited) await sleep(clock, decision.delay, stopping).catch(() => undefined);
  }
}
