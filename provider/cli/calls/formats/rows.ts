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

/** The rows of some groups. What the parts leave of the cost is a column where there is any. */
export function rowsOf(by: Grouping, groups: readonly Group[], total: Sum): Rows {
  const all = [...groups.map(({ sum }) => sum), total];
  const hasOther = all.some(({ other }) => !other.eq(0));
  const amountsOf = (sum: Sum): Big[] => [
    sum.cost,
    ...parts.map((part) => sum.parts[part]),
    ...(hasOther ? [sum.other] : []),
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
    head: [by, "calls", "cost", ...parts, ...(hasOther ? ["other"] : []), "median", "95 %"],
    rows: groups.map(({ name, sum }) => row(name, sum)),
    total: row("total", total),
  };
}
