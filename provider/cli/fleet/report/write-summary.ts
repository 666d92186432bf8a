import { rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { inert } from "../../console/inert";
import { fitsComment, shortSummary } from "./summary";
import { type TenantResult, type Verb } from "../task";

/**
 * Writes a summary that fits into a comment. If something is left out for that, the whole summary goes into
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
    // A file of an earlier run would be out of date.
    rmSync(full, { force: true });
    return;
  }
  writeFileSync(full, whole);
  writeFileSync(file, shortSummary(verb, results, seconds, inert(basename(full))));
}
