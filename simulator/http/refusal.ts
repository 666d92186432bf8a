/** An answer that is an error: thrown by a route, sent by the server. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** The body, where it is not `{success: false, message}`. A string goes out as text/plain. */
    readonly body?: unknown,
  ) {
    super(message);
    this.name = "Refusal";
  }
}
