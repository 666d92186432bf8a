/** A text of the documentation, and where it came from. */
export interface SourceText {
  /** For messages: a path, an address, or "standard input". */
  readonly name: string;
  readonly text: string;
}
