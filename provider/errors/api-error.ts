import { type ApiErrorReason, type ApiFailure, type ConnectionFault } from "./api-failure";
import { remedyFor } from "./remedy";

export { type ApiErrorReason };

/**
 * LumenOne refused an operation, or gave no response that can be used. The message is one paragraph: what failed, what
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
export class ApiError extends Error implements ApiFailure {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly reason: ApiErrorReason;
  readonly status: number | undefined;
  readonly responseText: string | undefined;
  readonly requestId: string | undefined;
  readonly fault: ConnectionFault | undefined;
  readonly outcomeUnknown: boolean;
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
    this.responseText = failure.responseText;
    this.requestId = failure.requestId;
    this.fault = failure.fault;
    this.outcomeUnknown = failure.outcomeUnknown;
    this.ownForm = failure.ownForm === true;
  }

  /** @deprecated The name of `responseText` in 0.1.0. */
  get answer(): string | undefined {
    return this.responseText;
  }
}

function messageFor(failure: ApiFailure): string {
  const { operationId, method, path, status, responseText, requestId, outcomeUnknown, reason } = failure;
  const outcome = status === undefined ? responseText || "no response" : `LumenOne returned ${status}`;
  const words = status === undefined || !responseText ? "" : `, "${responseText.replace(/\.$/, "")}"`;
  const request = requestId === undefined ? "" : ` (request id ${requestId})`;
  const said = `${outcome}${words}${request}`.replace(/[.\s]+$/, "");
  const doubt = outcomeUnknown && reason !== "aborted" ? " It may have been carried out all the same." : "";
  return `${operationId} (${method} ${path}) failed: ${said}.${doubt} ${remedyFor(failure)}`;
}
