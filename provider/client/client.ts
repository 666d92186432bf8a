import { ApiError, type ApiErrorReason } from "../errors/api-error";
import { SettingsError } from "../errors/settings-error";
import { type Operation, operationIds, type OperationId, operationOf } from "./contract";
import { debugLog } from "./debug-log";
import { decode, wordsOf } from "./decode";
import { saysFailed, unwrap } from "./envelope";
import { limiterFor } from "./limiter";
import { type Methods } from "./methods";
import { redact, textsIn } from "./redact";
import { decideRetry } from "./retry";
import { type Settings } from "./settings";
import { toHexSlug } from "./slug";
import { type Incoming, type Outgoing, type SendError, type Transport } from "./transport";

/** What a single call may say of itself. */
export interface CallOptions {
  /** UUID of the account; `null` asks without one where the operation allows it. Default: the client's. */
  readonly accountId?: string | null;
  /** Ends the call, wherever it is: waiting for its turn, for an answer, or before it is sent again. */
  readonly signal?: AbortSignal;
}

/** LumenOne's 45 operations by their names in the contract. */
export type Client = Methods & {
  /** `https://HOST`; undefined while none is configured. */
  readonly origin: string | undefined;
  readonly accountId: string | undefined;
  /**
   * Calls any operation by its name.
   * @returns the answer without its envelope
   * @throws {ApiError} LumenOne refused, or gave no usable answer
   * @throws {SettingsError} no key, host or account is configured
   */
  call(operationId: OperationId, parameters?: object, body?: unknown, options?: CallOptions): Promise<unknown>;
};

/** What time and chance are to a client; a test gives its own. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  random(): number;
}

/** The time of this machine. */
export const realClock: Clock = {
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

/** A call with all its attempts and waiting ends within this, in milliseconds. */
const budget = 90_000;
const slowBudget = 15 * 60_000;

/** Makes a client from checked settings. Loads the HTTP library with the first request. */
export function clientFrom(settings: Settings, clock: Clock = realClock): Client {
  let transport: Transport | undefined;

  async function call(
    operationId: OperationId,
    parameters: object = {},
    body?: unknown,
    options: CallOptions = {},
  ): Promise<unknown> {
    const operation = operationOf(operationId);
    const accountId = options.accountId === null ? undefined : (options.accountId ?? settings.accountId);
    const headers = headersFor(settings, operation, accountId);
    const { signal } = options;
    const request = { operation, parameters: wireParameters(operation, parameters), body, headers, accountId, signal };
    transport ??= new (require("./transport") as typeof import("./transport")).Transport(settings);
    const answer = attempts(settings, clock, transport, request);
    return signal ? Promise.race([answer, ended(request, signal)]) : answer;
  }

  const methods = Object.fromEntries(
    operationIds().map((operationId) => [
      operationId,
      (parameters?: object, body?: unknown, options?: CallOptions) =>
        call(operationId as OperationId, parameters, body, options),
    ]),
  ) as unknown as Methods;
  return { ...methods, origin: settings.origin, accountId: settings.accountId, call };
}

interface Request {
  readonly operation: Operation;
  readonly parameters: Record<string, unknown>;
  readonly body: unknown;
  readonly headers: Record<string, string>;
  readonly accountId: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Whether LumenOne may have seen anything of it. */
  sent?: boolean;
}

/** Fails when the signal comes. */
async function ended(request: Request, signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  const { operation, parameters, accountId } = request;
  throw new ApiError({
    operationId: operation.operationId,
    method: operation.method.toUpperCase(),
    path: pathOf(operation, parameters),
    reason: "noAnswer",
    answer: "its time was over",
    fault: "timeout",
    outcomeUnknown: operation.method !== "get" && request.sent === true,
    ...(accountId === undefined ? {} : { accountId }),
  });
}

function pathOf(operation: Operation, parameters: Record<string, unknown>): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parameters[name])));
}

function headersFor(settings: Settings, operation: Operation, accountId: string | undefined): Record<string, string> {
  if (settings.origin === undefined) throw new SettingsError("baseUrl", "is missing", "https://HOST");
  if (settings.apiKey === undefined) throw new SettingsError("apiKey", "is missing", "KEY");
  const headers: Record<string, string> = { Authorization: `Bearer ${settings.apiKey}` };
  if (operation.account === "required" && accountId === undefined) {
    throw new SettingsError("accountId", `is missing, and ${operation.operationId} needs it`, "UUID");
  }
  if (operation.account !== "none" && accountId !== undefined) headers["X-Account-Id"] = accountId;
  return headers;
}

/** Original slugs become hex; what does not belong to the operation is left out. */
function wireParameters(operation: Operation, parameters: object): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === null) continue;
    if (operation.pathParameters.includes(name)) {
      if (value === "" || value === "." || value === "..")
        throw new Error(`${operation.operationId}: ${name} must not be "${value}"`);
      wire[name] = operation.hexParameters.includes(name) ? toHexSlug(String(value)) : String(value);
    } else if (operation.queryParameters.includes(name)) wire[name] = value as unknown;
  }
  const missing = operation.pathParameters.filter((name) => wire[name] === undefined);
  if (missing.length > 0) throw new Error(`${operation.operationId} needs ${missing.join(", ")}`);
  return wire;
}

/** Sends until there is an answer, a refusal, or no time left. */
async function attempts(settings: Settings, clock: Clock, transport: Transport, request: Request): Promise<unknown> {
  const { operation } = request;
  const limiter = limiterFor(settings);
  const started = clock.now();
  const total = operation.slow ? slowBudget : budget;
  const secrets = [settings.apiKey ?? "", ...secretsOf(request)];
  for (let attempt = 1; ; attempt++) {
    const left = total - (clock.now() - started);
    const timeout = Math.max(1, Math.min(left, operation.slow ? left : settings.timeoutSeconds * 1000));
    const outcome = await limiter.run(() => {
      const late = AbortSignal.timeout(timeout);
      const signal = request.signal ? AbortSignal.any([late, request.signal]) : late;
      if (signal.aborted) return Promise.resolve<Outcome>({});
      request.sent = true;
      return attemptOnce(transport, { ...request, operationId: operation.operationId, signal });
    });
    if (request.signal?.aborted && !outcome.answer) return await ended(request, request.signal);
    const failure = failureOf(request, outcome, secrets);
    debugLog(
      () => `${operation.operationId} attempt ${attempt}: ${outcome.answer?.status ?? failure?.answer ?? "no answer"}`,
    );
    if (!failure) return unwrap(operation, outcome.value);
    const decision = decideRetry({
      attempt,
      maxRetries: settings.maxRetries,
      repeatable: operation.repeatable,
      status: failure.reason === "garbled" ? undefined : outcome.answer?.status,
      sent: outcome.error ? outcome.error.sent : true,
      garbled: failure.reason === "garbled",
      retryAfter: header(outcome.answer, "retry-after"),
      elapsed: clock.now() - started,
      budget: total,
      now: clock.now(),
      random: clock.random(),
    });
    if (!decision.retry) throw failure;
    if (failure.reason === "rateLimited") limiter.pause(decision.delay, clock);
    await clock.sleep(decision.delay);
  }
}

interface Outcome {
  readonly answer?: Incoming;
  readonly error?: SendError;
  /** The decoded body of a usable answer. */
  readonly value?: unknown;
}

async function attemptOnce(transport: Transport, outgoing: Outgoing): Promise<Outcome> {
  try {
    const answer = await transport.send(outgoing);
    const decoded = decode(answer.body);
    return { answer, value: decoded.kind === "json" ? decoded.value : undefined };
  } catch (error) {
    return { error: error as SendError };
  }
}

const reasons: Readonly<Record<number, ApiErrorReason>> = {
  401: "forbidden",
  403: "forbidden",
  404: "notFound",
  409: "conflict",
  410: "notFound",
  429: "rateLimited",
};

function reasonFor(status: number): ApiErrorReason {
  return reasons[status] ?? (status >= 500 ? "serverError" : status >= 400 ? "badRequest" : "redirected");
}

/** The error that an outcome is, or undefined when LumenOne did what it was asked. */
function failureOf(request: Request, { answer, error, value }: Outcome, secrets: string[]): ApiError | undefined {
  const { operation, parameters, accountId } = request;
  const path = pathOf(operation, parameters);
  const about = {
    operationId: operation.operationId,
    method: operation.method.toUpperCase(),
    path,
    ...(accountId === undefined ? {} : { accountId }),
  };
  const write = operation.method !== "get";
  if (error || !answer) {
    const told = redact(error?.message ?? "no answer", secrets);
    const reason = error?.tooLarge ? "garbled" : "noAnswer";
    const fault = error?.timedOut ? "timeout" : "broken";
    return new ApiError({ ...about, reason, answer: told, fault, outcomeUnknown: write && (error?.sent ?? true) });
  }
  const { status } = answer;
  const requestId = header(answer, "x-request-id");
  const words = redact(wordsOf(decode(answer.body)), secrets);
  const told = { ...about, status, answer: words, ...(requestId === undefined ? {} : { requestId }) };
  if (status < 200 || status > 299) {
    return new ApiError({ ...told, reason: reasonFor(status), outcomeUnknown: write && status >= 500 });
  }
  if (saysFailed(value)) return new ApiError({ ...told, reason: "badRequest", outcomeUnknown: false });
  // Plain words are an answer where nothing is expected back.
  const usable =
    operation.envelope.length === 0 ? !/^an HTML page/.test(words) : typeof value === "object" && value !== null;
  if (usable) return undefined;
  return new ApiError({
    ...told,
    answer: words || "an answer that cannot be read",
    reason: "garbled",
    outcomeUnknown: write,
  });
}

function header(answer: Incoming | undefined, name: string): string | undefined {
  const value = answer?.headers[name];
  return typeof value === "string" ? value : undefined;
}

/** Everything in the request's body that may be a credential. */
function secretsOf({ operation, body }: Request): string[] {
  if (typeof body !== "object" || body === null) return [];
  return operation.secrets.flatMap((name) => textsIn((body as Record<string, unknown>)[name]));
}
