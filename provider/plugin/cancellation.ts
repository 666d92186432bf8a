/** How long a request that LumenOne may have seen goes on after Ctrl-C, in milliseconds. */
const patience = 1000;

/** The end of an operation by Ctrl-C. */
export class Cancellation {
  private readonly soft = new AbortController();
  private readonly hard = new AbortController();

  /** Comes at once: nothing waits any more, and nothing is sent. */
  readonly stopping: AbortSignal = this.soft.signal;
  /** Comes a second later: what is under way ends, and the state says that its outcome is not known. */
  readonly ended: AbortSignal = this.hard.signal;

  cancel(): void {
    if (this.stopping.aborted) return;
    this.soft.abort(new Error("the operation was cancelled"));
    setTimeout(() => this.hard.abort(this.stopping.reason), patience).unref();
  }
}
