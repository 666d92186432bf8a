/** Options of a single call. */
export interface CallOptions {
  /** UUID of the account; `null` asks without one where the operation allows it. Default: the client's. */
  readonly accountId?: string | null;
  /** Ends the call early, with an {@link ApiError} of the reason `aborted`. */
  readonly signal?: AbortSignal;
  /**
   * Ends waiting: the call is not sent, and not sent again, while a request that is under way goes on until `signal`. Default:
   * `signal`.
   */
  readonly stopping?: AbortSignal;
  /** Counted down by every sending. With none left the call is not sent again, whatever `maxRetries` says. */
  readonly sends?: { left: number };
  /**
   * Not sent again when LumenOne can have seen it, after a 429 neither: the caller looks first whether it was done.
   * Default: false.
   */
  readonly once?: boolean;
  /**
   * The response proves what is absent: an empty list or a single object counts only inside the contract's envelope.
   * Default: false, and bare ones count as well.
   */
  readonly proof?: boolean;
  /** Values that no error and no log may show, beside those of the body. Default: none. */
  readonly hidden?: readonly unknown[];
}
