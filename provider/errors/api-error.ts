/** Why an operation did not do what it was asked. */
export type ApiErrorReason =
  | "badRequest"
  | "forbidden"
  | "notFound"
  | "conflict"
  | "rateLimited"
  | "serverError"
  | "redirected"
  | "noAnswer"
  | "garbled";

/** What kept an answer from coming. */
export type ConnectionFault = "timeout" | "broken";

/** What is known of a failed operation. */
export interface ApiFailure {
  /** The contract's name of the operation. */
  readonly operationId: string;
  /** Upper case, as `POST`. */
  readonly method: string;
  /** As it was sent, without the host. */
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
}

function remedy({ reason, status, accountId }: ApiFailure): string {
  const account = accountId === undefined ? "the configured account" : `account ${accountId}`;
  switch (reason) {
    case "badRequest":
      return "Correct the value that LumenOne names; slugs have to be original ones of the same organization.";
    case "forbidden":
      return (
        `Either the key is wrong or revoked (\`lumenone:apiKey\`, LUMENONE_API_KEY), or ${account} belongs to another company ` +
        "(`lumenone:accountId`). `refresh`, `destroy` and `up --refresh` use the key in the state: after a rotation run `pulumi up` with " +
        "the new key first."
      );
    case "notFound":
      return `It is absent, or not visible to ${account}: compare the slug and the account.`;
    case "conflict":
      return "Something of that name exists already, or was changed meanwhile.";
    case "rateLimited":
      return "Lower `lumenone:requestsPerSecond` or `lumenone:maxConcurrency`, or try again later.";
    case "redirected":
      return "Set `lumenone:baseUrl` to the host that answers itself: a key is never sent on to another.";
    case "noAnswer":
      return "Check `lumenone:baseUrl` and the network; a slow host may need a higher `lumenone:timeoutSeconds`.";
    case "garbled":
      return "Check that `lumenone:baseUrl` is LumenOne's API and no proxy or sign-in page answers in its place.";
    case "serverError":
      return status === 500
        ? "Try again; if it stays, give LumenOne the request id."
        : "LumenOne is overloaded or restarting: try again.";
  }
}

/**
 * LumenOne refused an operation, or gave no answer that can be used. The message is one paragraph: what failed, what
 * LumenOne said, and what to do next.
 */
export class ApiError extends Error {
  readonly operationId: string;
  readonly reason: ApiErrorReason;
  readonly status: number | undefined;
  readonly answer: string | undefined;
  readonly requestId: string | undefined;
  readonly outcomeUnknown: boolean;
  readonly fault: ConnectionFault | undefined;

  constructor(failure: ApiFailure, options?: ErrorOptions) {
    const { operationId, method, path, status, answer, requestId, outcomeUnknown } = failure;
    const said = [status, answer].filter((part) => part !== undefined && part !== "").join(" ");
    const request = requestId === undefined ? "" : ` (request ${requestId})`;
    super(
      `${operationId} (${method} ${path}) failed: ${said || failure.reason}${request}. ${remedy(failure)}`,
      options,
    );
    this.name = "ApiError";
    this.operationId = operationId;
    this.reason = failure.reason;
    this.status = status;
    this.answer = answer;
    this.requestId = requestId;
    this.outcomeUnknown = outcomeUnknown;
    this.fault = failure.fault;
  }
}
