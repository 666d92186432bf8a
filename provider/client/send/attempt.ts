import { Readable } from "node:stream";
import { type ApiFailure } from "../../errors/api-failure";
import { type CallOptions } from "../call-options";
import { debugLog } from "../log/debug-log";
import { about, judgeResponse, judgeSendError, type Verdict } from "../response/judge";
import { type Request } from "../request/request";
import { type Settings } from "../settings";
import { type Clock } from "./clock";
import { type Limiter } from "./limiter";
import { SendError } from "./send-error";
import { type OutgoingBody, type Transport } from "./transport";

/** What a call is sent with. */
export interface CallContext {
  readonly transport: Transport;
  readonly limiter: Limiter;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly options: CallOptions;
}

/** The result of one attempt: a value, or a failure with the facts that decide about a retry. */
export interface Attempt extends Verdict {
  /** Whether the request can have reached LumenOne. */
  readonly sent: boolean;
  /** Whether the next attempt would fail in the same way: a wrong certificate, a response too large. */
  readonly lasting: boolean;
  readonly retryAfter?: string | undefined;
}

/** Sends a request once, and waits a limited time for the whole response. */
export async function attempt(
  { transport, clock, options: { signal } }: CallContext,
  request: Request,
  body: OutgoingBody,
  timeout: number,
): Promise<Attempt> {
  const content = body.open();
  const stop = new AbortController();
  const stopForCaller = () => stop.abort();
  let timedOut = false;
  // The HTTP library's own timeout would not end a response that drips.
  const timer = setTimeout(() => {
    timedOut = true;
    stop.abort();
  }, timeout);
  if (signal?.aborted) stop.abort();
  signal?.addEventListener("abort", stopForCaller);
  const began = clock.now();
  const { operation, method, path, query, headers } = request;
  const log = (what: string) =>
    debugLog(request.secrets, () => `${operation.operationId} ${method} ${path}: ${what}, ${clock.now() - began} ms`);
  try {
    const outgoing = { method, url: path + query, headers: { ...headers, ...body.headers }, body: content };
    const response = await transport.send({ ...outgoing, signal: stop.signal });
    const verdict = judgeResponse(request, response);
    const reason = verdict.failure?.reason;
    log(`${response.status} ${reason ?? ""}, ${response.body.length} bytes`);
    const header = response.headers["retry-after"];
    const retryAfter = typeof header === "string" ? header : undefined;
    return { ...verdict, sent: true, lasting: reason === "tooLarge", retryAfter };
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    if (timedOut) {
      log("no response in time");
      const responseText = `no complete response within ${Number((timeout / 1000).toPrecision(2))} s`;
      const facts = { reason: "noAnswer", responseText, outcomeUnknown: operation.writes, fault: "timeout" } as const;
      return { failure: { ...about(request), ...facts }, sent: true, lasting: false };
    }
    if (signal?.aborted) return { failure: abortedFailure(request, true, signal), sent: true, lasting: true };
    log(error.message);
    const lasting = error.tooLarge || error.fault === "certificate";
    return { failure: judgeSendError(request, error), sent: error.sent, lasting };
  } finally {
    clearTimeout(timer);
    // A server that refuses an upload in the middle leaves the rest of the file unread, and open.
    if (content instanceof Readable) content.destroy();
    signal?.removeEventListener("abort", stopForCaller);
  }
}

/** The caller's signal ended a call. */
export function abortedFailure(request: Request, sent: boolean, signal: AbortSignal): ApiFailure {
  const outcomeUnknown = sent && request.operation.writes;
  const { reason } = signal as { readonly reason: unknown };
  const late = reason instanceof DOMException && reason.name === "TimeoutError";
  const ended = reason instanceof Error && reason.name !== "AbortError" ? reason.message : "the caller ended it";
  const responseText = late ? "its time was over" : ended;
  return { ...about(request), reason: "aborted", responseText, outcomeUnknown };
}
