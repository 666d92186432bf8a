/** Why an operation did not do what it was asked. */
export type ApiErrorReason =
  /** Refused for what was sent: 400 and the like, or a 200 that says it failed. */
  | "badRequest"
  /** 401, 403: the key, or an account of another company. */
  | "forbidden"
  /** 403 with that message: an administrator has switched the operation off (upstream). */
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
  /** The connection failed, or no response came in time. */
  | "noAnswer"
  /** A response came that is not one of LumenOne's: HTML, half a JSON, another shape. */
  | "garbled"
  /** The response was larger, or held more objects, than is read. */
  | "tooLarge"
  /** The caller's signal ended it. */
  | "aborted";

/** What prevented a response. */
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
  /** HTTP status; undefined when no response came. */
  readonly status?: number | undefined;
  /** LumenOne's own words, shortened and without secrets; or what went wrong with the connection. */
  readonly responseText?: string | undefined;
  /** `x-request-id` of the response. */
  readonly requestId?: string | undefined;
  /** Whether a write may have happened although this error came. */
  readonly outcomeUnknown: boolean;
  /** The account that was asked about. */
  readonly accountId?: string | undefined;
  /** What prevented a response; undefined where one came. */
  readonly fault?: ConnectionFault | undefined;
  /** Whether the body is in LumenOne's own form of an error, `{success: false, message}` (documented). */
  readonly ownForm?: boolean | undefined;
}
