import { CommandError } from "../../exit-code";

/** A source of documentation that cannot be used. One paragraph: the source, what is wrong with it, and what to do. */
export class SourceError extends CommandError {
  /** @param source as the user gave it */
  constructor(
    readonly source: string,
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(`${source} cannot be compared: ${problem} ${remedy}`);
    this.name = "SourceError";
  }
}
