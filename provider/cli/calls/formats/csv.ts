import { unparse } from "papaparse";
import { allParts, parts } from "../read/call";
import { type CallReport } from "../report";
import { type Sum } from "../sum/sum";

type Cell = string | number | undefined;

/** A text that a spreadsheet takes for a formula: it gets an apostrophe in front (OWASP, CSV injection). */
const formula = /^[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u;

/**
 * The report as CSV: a row for each group and no total, so that a column can be summed; with the customers' numbers also a
 * row for each of the most expensive calls, whose first column is `call`. Amounts are exact.
 */
export function asCsv({ summary, zone, showNumbers }: CallReport): string {
  const { by, groups, mostExpensive } = summary;
  const head = ["by", "name", "calls", "cost", ...allParts, "seconds", "seconds_median", "seconds_p95"];
  const personal = showNumbers ? ["time", "workspace", "assistant", "customer_number", "summary"] : [];
  const rows: Cell[][] = groups.map(({ name, sum }) => [by, text(name), ...figures(sum), ...personal.map(() => "")]);
  for (const call of mostExpensive) {
    const { names } = call.workspace ?? {};
    rows.push([
      "call",
      text(call.id),
      1,
      call.cost?.toFixed(),
      ...parts.map((part) => call.parts[part]?.toFixed()),
      undefined,
      call.seconds,
      ...["", ""],
      Number.isNaN(call.at) ? "" : (zone.at(call.at).toISO() ?? ""),
      text(names === undefined ? "" : `${names.organization}/${names.workspace}`),
      text(call.assistant ?? ""),
      text(call.customerNumber ?? ""),
      text(call.summary ?? ""),
    ]);
  }
  return unparse([[...head, ...personal], ...rows], { newline: "\n" });
}

function figures({ calls, cost, amounts, seconds: { total, median, p95 } }: Sum): Cell[] {
  return [calls, cost.toFixed(), ...allParts.map((part) => amounts[part].toFixed()), total, median, p95];
}

/** A text that somebody else wrote. Figures are the package's own: a negative one is not a formula. */
function text(value: string): string {
  return formula.test(value) ? `'${value}` : value;
}
