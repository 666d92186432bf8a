import { type CallReport } from "../report";
import { type Group, type Grouping } from "../sum/groups";
import { shownParts, type Sum } from "../sum/sum";
import { moneyFor, shownSeconds } from "./words";

/** The figures of a table for people. */
export interface Rows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The last line. */
  readonly total: readonly string[];
}

/**
 * The rows of some groups. The rest of the cost, beside its parts, is a column where there is any.
 * @param withParts false: without the parts of the cost, where a bar shows them
 */
export function rowsOf(by: Grouping, groups: readonly Group[], total: Sum, withParts = true): Rows {
  const all = [...groups.map(({ sum }) => sum), total];
  const shown = withParts ? shownParts(all) : [];
  const costsOf = ({ cost, amounts }: Sum) => [cost, ...shown.map((part) => amounts[part])];
  const money = moneyFor(all.flatMap(costsOf));
  const row = (name: string, sum: Sum) => {
    const { median, p95 } = sum.seconds;
    const costs = costsOf(sum).map(money);
    return [name, sum.calls.toLocaleString("en"), ...costs, shownSeconds(median), shownSeconds(p95)];
  };
  return {
    head: [by, "calls", "cost", ...shown, "median", "95 %"],
    rows: groups.map(({ name, sum }) => row(name, sum)),
    total: row("total", total),
  };
}

/** The most expensive calls, for a table: with customers' numbers and summaries. */
export function callRows({ summary, zone }: CallReport): { head: string[]; rows: string[][] } {
  const { mostExpensive } = summary;
  const money = moneyFor(mostExpensive.flatMap(({ cost }) => cost ?? []));
  return {
    head: ["call", "time", "workspace", "duration", "cost", "customer", "summary"],
    rows: mostExpensive.map((call) => [
      call.id,
      Number.isNaN(call.at) ? "" : zone.shown(call.at),
      call.workspace === undefined ? "" : `${call.workspace.names.organization}/${call.workspace.names.workspace}`,
      shownSeconds(call.seconds),
      call.cost === undefined ? "" : money(call.cost),
      call.customerNumber ?? "",
      call.summary ?? "",
    ]),
  };
}
