/** An overlay that cannot be used. Thrown before any request. */
export class OverlayError extends Error {
  constructor(
    /** The file, as it was named. */
    readonly file: string,
    /** Where in the file, which action, and what is wrong: one paragraph. */
    problem: string,
  ) {
    super(`The contract overlay ${file}${problem}`);
    this.name = "OverlayError";
  }
}
