import { rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { cut } from "../../console/cut";
import { inert } from "../../console/inert";
import { markdownTable } from "../../console/markdown-table";
import { driftTable } from "../../drift/drift-table";
import { changesIn, isBad } from "./result-status";
import { type TenantResult, type Verb } from "../task";

/** A comment on a pull request may hold 65,536 characters. Bytes are never fewer. */
const mostBytes = 65_536;
/** Bytes of the table in a summary that is shortened, and of one tenant's problem in it. */
const mostOfTable = 20_000;
const mostOfBlock = 2_500;
/** Rows that fit into it at best. */
const mostRows = 400;
/** Bytes kept for the sentence that says what is left out. */
const ofLastLine = 1_000;

/** The summary of a run, as Markdown: counts, a table of tenants, and each problem with its remedy. */
export function summaryLines(verb: Verb, results: readonly TenantResult[], seconds: number): string[] {
  const listed = worthListing(results);
  return [head(verb, results, seconds), ...table(listed), ...results.flatMap((result) => block(result))];
}

/**
 * The same for a comment of a pull request: below 65,536 bytes, whatever the tenants report. Tenants that need somebody
 * to act come first.
 * @param whole names the file that has all of it
 */
export function shortSummary(verb: Verb, results: readonly TenantResult[], seconds: number, whole: string): string {
  const urgent = [...results].sort((one, other) => Number(isBad(other)) - Number(isBad(one)));
  const listed = worthListing(urgent);
  let rows = listed.slice(0, mostRows);
  while (rows.length > 0 && size(table(rows, 60)) > mostOfTable) rows = rows.slice(0, Math.floor(rows.length * 0.9));
  const lines = [head(verb, results, seconds), ...table(rows, 60)];
  let bytes = size(lines) + ofLastLine;
  let left = 0;
  for (const result of urgent) {
    const shown = shortened(block(result, 300));
    if (shown.length === 0) continue;
    if (bytes + size(shown) >= mostBytes) {
      left++;
      continue;
    }
    lines.push(...shown);
    bytes += size(shown);
  }
  const missing = [
    ...(listed.length > rows.length ? [`${listed.length - rows.length} more tenants are not in the table`] : []),
    ...(left > 0 ? [`what ${left} more tenants say is left out`] : []),
  ];
  lines.push("", `Shortened${missing.length > 0 ? `: ${missing.join(", and ")}` : ""}. All of it is in ${whole}.`);
  return `${lines.join("\n")}\n`;
}

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
  if (size(lines) < mostBytes) {
    writeFileSync(file, whole);
    // A file of an earlier run would be out of date.
    rmSync(full, { force: true });
    return;
  }
  writeFileSync(full, whole);
  writeFileSync(file, shortSummary(verb, results, seconds, inert(basename(full))));
}

function head(verb: Verb, results: readonly TenantResult[], seconds: number): string {
  const counts = [...new Set(results.map(({ status }) => status))]
    .sort()
    .map((status) => `${results.filter((result) => result.status === status).length} ${status}`);
  const tenants = results.length === 1 ? "One tenant" : `${results.length} tenants`;
  return `${tenants}${counts.length > 0 ? `: ${counts.join(", ")}` : ""}; ${verb} took ${Math.round(seconds)} s.`;
}

/** A long list of tenants that need no attention hides those that do. */
function worthListing(results: readonly TenantResult[]): TenantResult[] {
  return results.filter((result) => result.status !== "unchanged" || results.length <= 20);
}

function table(results: readonly TenantResult[], longest?: number): string[] {
  if (results.length === 0) return [];
  const rows = results.map((result) => [
    result.stack,
    result.status,
    changesIn(result),
    result.seconds === 0 ? "" : `${result.seconds} s`,
    [...(result.notes ?? []), ...(isBad(result) || result.status === "left" ? ["see below"] : [])].join(" "),
  ]);
  const cells = rows.map((row) => row.map((cell) => cut(cell, longest)));
  return ["", ...markdownTable(["tenant", "result", "resources", "time", "note"], cells)];
}

/** The lines about one tenant: fields that were changed, its problem, its remedy. */
function block({ stack, status, problem, remedy, drift = [] }: TenantResult, longest?: number): string[] {
  const lines: string[] = [];
  if (drift.length > 0) {
    lines.push("", `**${name(stack)}** was changed outside of Pulumi:`, "");
    lines.push(...driftTable(drift, longest === undefined ? undefined : 100));
  }
  if (problem === undefined && remedy === undefined) return lines;
  lines.push("", `**${name(stack)}** (${status})`);
  const said = (whole: string) => whole.split(/\r\n|\r|\n/).map((line) => inert(cut(line, longest)));
  if (problem !== undefined) lines.push("", ...said(problem).map((line) => `> ${line}`));
  if (remedy !== undefined) lines.push("", ...said(remedy));
  return lines;
}

/** As many of the lines about one tenant as fit. */
function shortened(lines: readonly string[]): readonly string[] {
  let bytes = 0;
  const end = lines.findIndex((line) => (bytes += size([line])) > mostOfBlock);
  return end < 0 ? lines : [...lines.slice(0, end), "", `${lines.length - end} more lines are left out.`];
}

/** A stack's name that cannot end the emphasis around it. */
const name = (stack: string): string => inert(cut(stack, 100)).replace(/\*/g, "\\*");

/** In bytes, line breaks included. */
function size(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}
