import type Big from "big.js";
import { parts } from "../read/call";
import { type Group, type Grouping } from "../sum/groups";
import { type Sum } from "../sum/sum";
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
  const hasOther = all.some(({ other }) => !other.eq(0));
  const shown = withParts ? [...parts, ...(hasOther ? (["other"] as const) : [])] : [];
  const amountsOf = (sum: Sum): Big[] => [
    sum.cost,
    ...shown.map((part) => (part === "other" ? sum.other : sum.parts[part])),
  ];
  const money = moneyFor(all.flatMap(amountsOf));
  const row = (name: string, sum: Sum) => {
    const { median, p95 } = sum.seconds;
    return [
      name,
      sum.calls.toLocaleString("en"),
      ...amountsOf(sum).map(money),
      shownSeconds(median),
      shownSeconds(p95),
    ];
  };
  return {
    head: [by, "calls", "cost", ...shown, "median", "95 %"],
    rows: groups.map(({ name, sum }) => row(name, sum)),
    total: row("total", total),
  };
}
