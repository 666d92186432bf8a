/** Something that the person at the terminal has to decide or correct: what failed, why, and what to do next. */
export class ResourceError extends Error {
  constructor(resource: string, problem: string, remedy: string, options?: ErrorOptions) {
    super(`${resource}: ${problem} ${remedy}`.trim(), options);
    this.name = "ResourceError";
  }
}
