import { rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { inert } from "../../console/inert";
import { fitsComment, shortSummary } from "./summary";
import { type TenantResult, type Verb } from "../task";

/**
 * Writes a summary that fits into a comment. Where something has to be left out for that, all of it goes into
 * `FILE.full.md` beside it.
 * @param lines the whole
 */
export function writeSummary(
  file: string,
  lines: readonly string[],
  verb: Verb,
  results: readonly TenantResult[],
  seconds: number,
): void {
  const full = `${file}.full.md`;
  const whole = `${lines.join("\n")}\n`;
  if (fitsComment(lines)) {
    writeFileSync(file, whole);
    // One of an earlier run would report on that run.
    rmSync(full, { force: true });
    return;
  }
  writeFileSync(full, whole);
  writeFileSync(file, shortSummary(verb, results, seconds, inert(basename(full))));
}
