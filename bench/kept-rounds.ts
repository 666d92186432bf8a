import * as fs from "node:fs";

/**
 * What was measured so far, kept in a file: a run that is given the same file goes on where an earlier one ended.
 * @typeParam Figures what one round, or one part of it, measures
 */
export class KeptRounds<Figures> {
  private readonly rounds: Record<string, Figures>;

  /** @param file none: nothing is kept */
  constructor(private readonly file: string | undefined) {
    const isThere = file !== undefined && fs.existsSync(file);
    this.rounds = isThere ? (JSON.parse(fs.readFileSync(file, "utf8")) as Record<string, Figures>) : {};
  }

  /** The figures of a part that is done, or those that `measure` returns. */
  async of(part: string, measure: () => Promise<Figures>): Promise<Figures> {
    const known = this.rounds[part];
    if (known !== undefined) return known;
    const figures = (this.rounds[part] = await measure());
    if (this.file !== undefined) fs.writeFileSync(this.file, JSON.stringify(this.rounds, undefined, 2));
    return figures;
  }
}
