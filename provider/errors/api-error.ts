import { remedyFor } from "./remedy";

/** Why an operation did not do what it was asked. */
export type ApiErrorReason =
  /** Refused for what was sent: 400 and the like, or a 200 that says it failed. */
  | "badRequest"
  /** 401, 403: the key, or an account of another company. */
  | "forbidden"
  /** 403 that says so: an administrator has switched the operation off (upstream). */
  | "blocked"
  /** 404, 410, or a 200 with nothing in it: absent, or not visible to the account. */
  | "notFound"
  /** 409: something of that name is there. */
  | "conflict"
  /** 429, after all retries. */
  | "rateLimited"
  /** 5xx, after all retries. */
  | "serverError"
  /** 3xx: redirects are never followed, since they would carry the key elsewhere. */
  | "redirected"
  /** The connection failed, or no answer came in time. */
  | "noAnswer"
  /** An answer came that is not one of LumenOne's: HTML, half a JSON, another shape. */
  | "garbled"
  /** The answer was larger, or held more objects, than is read. */
  | "tooLarge"
  /** The caller's signal ended it. */
  | "aborted";

/** What kept an answer from coming. */
export type ConnectionFault = "timeout" | "unknownHost" | "refused" | "certificate" | "broken";

/** What is known of a failed operation. */
export interface ApiFailure {
  /** The contract's name of the operation. */
  readonly operationId: string;
  /** Upper case, as `POST`. */
  readonly method: string;
  /** As it was sent, without the host and the query. */
  readonly path: string;
  readonly reason: ApiErrorReason;
  /** HTTP status; undefined when no answer came. */
  readonly status?: number;
  /** LumenOne's own words, shortened and without secrets; or what went wrong with the connection. */
  readonly answer?: string;
  /** `x-request-id` of the answer. */
  readonly requestId?: string;
  /** Whether a write may have happened although this error came. */
  readonly outcomeUnknown: boolean;
  /** The account that was asked about. */
  readonly accountId?: string;
  readonly fault?: ConnectionFault;
  /** Whether the body is in LumenOne's own form of an error, `{success: false, message}` (documented). */
  readonly ownForm?: boolean;
}

/**
 * LumenOne refused an operation, or gave no answer that can be used. The message is one paragraph: what failed, what
 * LumenOne said, and what to do next. It holds neither the key nor secrets of the request. `reason` is what a program
 * branches on: unlike `status`, it has one value for each case, also where LumenOne reports a failure with status 200.
 *
 * @example
 * try {
 *   await lumenone.getWorkspace({ workspace: "support" });
 * } catch (error) {
 *   if (!(error instanceof lumenone.ApiError) || error.reason !== "notFound") throw error;
 * }
 */
export class ApiError extends Error {
  /** The contract's name of the operation. */
  readonly operationId: string;
  /** Upper case, as `POST`. */
  readonly method: string;
  /** As it was sent, without the host and the query. */
  readonly path: string;
  readonly reason: ApiErrorReason;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  /** LumenOne's own words, shortened and without secrets; or what went wrong with the connection. */
  readonly answer: string | undefined;
  /** `x-request-id` of the answer. */
  readonly requestId: string | undefined;
  /** What kept an answer from coming; undefined where one came. */
  readonly fault: ConnectionFault | undefined;
  /** Whether a write may have happened although this error came. */
  readonly outcomeUnknown: boolean;
  /** Whether the body is in LumenOne's own form of an error, `{success: false, message}` (documented). */
  readonly ownForm: boolean;

  // No field is called `id`: Pulumi takes an error with one for a resource that was made.
  constructor(failure: ApiFailure) {
    super(messageFor(failure));
    this.name = "ApiError";
    this.operationId = failure.operationId;
    this.method = failure.method;
    this.path = failure.path;
    this.reason = failure.reason;
    this.status = failure.status;
    this.answer = failure.answer;
    this.requestId = failure.requestId;
    this.fault = failure.fault;
    this.outcomeUnknown = failure.outcomeUnknown;
    this.ownForm = failure.ownForm === true;
  }
}

function messageFor(failure: ApiFailure): string {
  const { operationId, method, path, status, answer, requestId, outcomeUnknown, reason } = failure;
  const answered = status === undefined ? answer || "no answer" : `LumenOne answered ${status}`;
  const words = status === undefined || !answer ? "" : `, "${answer.replace(/\.$/, "")}"`;
  const request = requestId === undefined ? "" : ` (request id ${requestId})`;
  const said = `${answered}${words}${request}`.replace(/[.\s]+$/, "");
  const doubt = outcomeUnknown && reason !== "aborted" ? " It may have been carried out all the same." : "";
  return `${operationId} (${method} ${path}) failed: ${said}.${doubt} ${remedyFor(failure)}`;
}
