/** Workers that take jobs in turn, so that a machine is busy while one CLI starts. They are made when they are needed. */
export class Turns<Worker> {
  readonly #made: Promise<Worker>[] = [];
  readonly #free: Promise<Worker>[] = [];
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly count: number,
    private readonly make: () => Promise<Worker>,
  ) {}

  /** Runs a job as soon as a worker is free. Jobs begin in the order in which they come. */
  async run<T>(job: (worker: Worker) => Promise<T>): Promise<T> {
    if (this.#free.length === 0 && this.#made.length < this.count) {
      const made = this.make();
      this.#made.push(made);
      this.#free.push(made);
    }
    if (this.#free.length === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const worker = this.#free.pop() as Promise<Worker>;
    try {
      return await job(await worker);
    } finally {
      this.#free.push(worker);
      this.#waiting.shift()?.();
    }
  }

  /** Every worker there is. */
  async all(): Promise<Worker[]> {
    return await Promise.all(this.#made);
  }
}
