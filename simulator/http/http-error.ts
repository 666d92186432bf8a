/** A response that is an error: thrown by a handler, sent by the server. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** The body, where it is not `{success: false, message}`. A string is sent as text/plain. */
    readonly body?: unknown,
  ) {
    super(message);
    this.name = "HttpError";
  }
}
