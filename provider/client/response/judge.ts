import { type ApiErrorReason, type ApiFailure } from "../../errors/api-failure";
import { ownBody } from "../contract/own-body";
import { isObject } from "../is-object";
import { decode, type Decoded } from "./decode";
import { found, saysFailed, unusable, unwrap, type Unwrapped } from "./envelope";
import { responseText, shapeOf, shown } from "./response-text";
import { type Request } from "../request/request";
import { type SendError } from "../send/send-error";
import { type Incoming } from "../send/transport";

/** What a response is taken for: a value, or a failure. */
export interface Verdict {
  readonly value?: unknown;
  readonly failure?: ApiFailure;
}

const reasons: Readonly<Record<number, ApiErrorReason>> = {
  401: "forbidden",
  403: "forbidden",
  404: "notFound",
  409: "conflict",
  410: "notFound",
  429: "rateLimited",
};

/** Judges a response: the value that was asked for, or what is wrong with it. */
export function judgeResponse(request: Request, { status, headers, body }: Incoming): Verdict {
  const { operation } = request;
  const { writes } = operation;
  const received = decode(body);
  const json = received.kind === "json" ? ownBody(operation, status, received.value) : undefined;
  const decoded: Decoded = received.kind === "json" ? { kind: "json", value: json } : received;
  const requestId = headers["x-request-id"];
  const failed = (
    reason: ApiErrorReason,
    outcomeUnknown: boolean,
    words = responseText(decoded, request),
  ): Verdict => ({
    failure: {
      ...about(request),
      status,
      reason,
      outcomeUnknown,
      responseText: words,
      requestId: typeof requestId === "string" ? shown(requestId, request, 100) : undefined,
      // LumenOne's own form of an error (documented).
      ownForm: isObject(json) && json["success"] === false && typeof json["message"] === "string",
    },
  });
  if (status >= 300 && status < 400) {
    // 303 leads to the result of what was done.
    return failed("redirected", writes && status === 303, `to ${hostOf(headers["location"])}`);
  }
  // The page of a proxy or of a wrong path says nothing about the object.
  if (reasons[status] === "notFound" && decoded.kind === "html") return failed("garbled", false);
  if (status < 200 || status > 299) {
    if (status === 403 && saysBlocked(responseText(decoded, request))) return failed("blocked", false);
    return failed(reasons[status] ?? (status >= 500 ? "serverError" : "badRequest"), writes && status >= 500);
  }
  // A partial response, which was not requested.
  if (status === 206) return failed("garbled", writes, "a part of a response");
  if (decoded.kind === "immodest") return failed("tooLarge", writes);
  // 207 lists what was done and what was not, which is for the caller to read.
  if (status !== 207 && writes && saysFailed(operation, json)) return failed("badRequest", false);
  const unwrapped = valueOf(request, decoded);
  if (unwrapped.is === "value") return { value: unwrapped.value };
  const words = responseText(decoded, request) || shapeOf(decoded);
  if (unwrapped.is === "absent" && !writes) return failed("notFound", false, words);
  return failed("garbled", writes, words);
}

/** Whether a refusal is about the operation, and not about the key or the account: both are a 403 (upstream). */
function saysBlocked(words: string): boolean {
  return /\b(?:blocked|disabled|protected|administrator)\b/i.test(words) && !/\b(?:key|account)\b/i.test(words);
}

function valueOf({ operation, proof }: Request, decoded: Decoded): Unwrapped {
  if (operation.responses === "page" && (decoded.kind === "html" || decoded.kind === "text"))
    return found(decoded.text);
  if (decoded.kind !== "json" && decoded.kind !== "text") return unusable;
  if (operation.responses === "words") {
    if (decoded.kind === "text") return found({ message: decoded.text });
    const { value } = decoded;
    if (typeof value === "string" && value !== "") return found({ message: value });
    // A null, a list or any other JSON does not say that something was done: one of the contract's properties does.
    return isObject(value) && [...operation.responseProperties, "error"].some((name) => Object.hasOwn(value, name))
      ? found(value)
      : unusable;
  }
  const unwrapped = decoded.kind === "json" ? unwrap(operation, decoded.value, proof) : unusable;
  // A repeatable write was done, whether it returned the object or only "OK".
  const done = operation.writes && operation.repeatable && !operation.list;
  return done && unwrapped.is !== "value" ? found({}) : unwrapped;
}

/** The error of a broken connection. */
export function judgeSendError(request: Request, error: SendError): ApiFailure {
  const outcomeUnknown = request.operation.writes && error.sent;
  const reason = error.tooLarge ? "tooLarge" : error.garbled ? "garbled" : "noAnswer";
  const responseText = shown(error.message, request, 300);
  return { ...about(request), reason, outcomeUnknown, responseText, fault: error.fault };
}

/** What every failure of a request has. */
export function about({ operation, method, path, accountId }: Request) {
  return { operationId: operation.operationId, method, path, accountId };
}

/** Where a redirect leads, without the path and the query: they may hold anything. */
function hostOf(location: unknown): string {
  return typeof location === "string" && URL.canParse(location) ? new URL(location).origin : "another path";
}
