import { type ApiErrorReason, type ApiFailure } from "../../errors/api-failure";
import { responseText, shown } from "./response-text";
import { shapeOf } from "./response-shape";
import { type Operation } from "../contract/contract";
import { ownBody } from "../contract/own-body";
import { decode, type Decoded } from "./decode";
import { saysFailed, unwrap, type Unwrapped } from "./envelope";
import { type Request } from "../request/request";
import { type SendError } from "../send/send-error";
import { type Incoming } from "../send/transport";

/** The result of an attempt. */
export type Verdict =
  | { readonly value: unknown; readonly failure?: undefined }
  | { readonly value?: undefined; readonly failure: ApiFailure };

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
  const decoded = inOwnNames(operation, status, decode(body));
  const { writes } = operation;
  const failed = (
    reason: ApiErrorReason,
    outcomeUnknown: boolean,
    words = responseText(decoded, request),
  ): Verdict => ({
    failure: {
      ...about(request, headers),
      status,
      reason,
      outcomeUnknown,
      responseText: words,
      ...(isOwnForm(decoded) && { ownForm: true }),
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
  const json = decoded.kind === "json" ? decoded.value : undefined;
  // 207 lists what was done and what was not, which is for the caller to read.
  if (status !== 207 && writes && saysFailed(operation, json)) return failed("badRequest", false);
  const unwrapped = valueOf(request, decoded);
  if (unwrapped.is === "value") return { value: unwrapped.value };
  const words = responseText(decoded, request) || shapeOf(decoded);
  if (unwrapped.is === "absent" && !writes) return failed("notFound", false, words);
  return failed("garbled", writes, words);
}

/** A decoded response as the released contract would have it. */
function inOwnNames(operation: Operation, status: number, decoded: Decoded): Decoded {
  return decoded.kind === "json" ? { ...decoded, value: ownBody(operation, status, decoded.value) } : decoded;
}

/** Whether a refusal is about the operation, and not about the key or the account: both are a 403 (upstream). */
function saysBlocked(words: string): boolean {
  return /\b(?:blocked|disabled|protected|administrator)\b/i.test(words) && !/\b(?:key|account)\b/i.test(words);
}

/** LumenOne's own form of an error (documented). */
function isOwnForm(decoded: Decoded): boolean {
  if (decoded.kind !== "json" || typeof decoded.value !== "object" || decoded.value === null) return false;
  const { success, message } = decoded.value as Record<string, unknown>;
  return success === false && typeof message === "string";
}

function valueOf({ operation, proof }: Request, decoded: Decoded): Unwrapped {
  if (operation.responses === "page" && (decoded.kind === "html" || decoded.kind === "text")) {
    return { is: "value", value: decoded.text };
  }
  if (decoded.kind === "html" || decoded.kind === "broken" || decoded.kind === "immodest") return { is: "unusable" };
  const isObject = decoded.kind === "json" && typeof decoded.value === "object" && decoded.value !== null;
  const words = decoded.kind === "text" ? decoded.text : typeof decoded.value === "string" ? decoded.value : "";
  if (operation.responses === "words") {
    // A null, a list or any other JSON does not say that something was done.
    if (isObject)
      return isResult(operation, decoded.value) ? { is: "value", value: decoded.value } : { is: "unusable" };
    return decoded.kind === "text" || words !== "" ? { is: "value", value: { message: words } } : { is: "unusable" };
  }
  const unwrapped: Unwrapped = decoded.kind === "json" ? unwrap(operation, decoded.value, proof) : { is: "unusable" };
  // A repeatable write was done, whether it returned the object or only "OK".
  const done = operation.writes && operation.repeatable && !operation.list;
  return done && unwrapped.is !== "value" ? { is: "value", value: {} } : unwrapped;
}

/** Whether this is LumenOne's report of what it did: one of the contract's properties shows it. */
function isResult({ responseProperties }: Operation, value: unknown): boolean {
  const names = Object.keys(value as object);
  return !Array.isArray(value) && [...responseProperties, "error"].some((name) => names.includes(name));
}

/** The error of a broken connection. */
export function judgeSendError(request: Request, error: SendError): ApiFailure {
  const outcomeUnknown = request.operation.writes && error.sent;
  const reason = error.tooLarge ? "tooLarge" : error.garbled ? "garbled" : "noAnswer";
  const responseText = shown(error.message, request, 300);
  return { ...about(request), reason, outcomeUnknown, responseText, fault: error.fault };
}

/** What every failure of a request has. */
export function about(
  request: Request,
  headers: Readonly<Record<string, unknown>> = {},
): Pick<ApiFailure, "operationId" | "method" | "path" | "accountId" | "requestId"> {
  const { operation, method, path, accountId } = request;
  const requestId = headers["x-request-id"];
  return {
    operationId: operation.operationId,
    method,
    path,
    ...(accountId === undefined ? {} : { accountId }),
    ...(typeof requestId === "string" ? { requestId: shown(requestId, request, 100) } : {}),
  };
}

/** Where a redirect leads, without the path and the query: they may hold anything. */
function hostOf(location: unknown): string {
  return typeof location === "string" && URL.canParse(location) ? new URL(location).origin : "another path";
}
