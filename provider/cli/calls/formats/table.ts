import { markdownTable } from "../../console/markdown-table";
import { type CallReport } from "../report";
import { bars, legend } from "./bars";
import { callRows, rowsOf } from "./rows";
import { counted, headline, moneyFor, notes, shownBudget } from "./words";

/** The least and the most columns of a bar. */
const [leastBar, mostBar] = [16, 60];

/**
 * The report for a terminal, and as Markdown.
 * @param columns of the terminal: bars in colours fill what is left; undefined: neither bars nor colours
 */
export function asTable(report: CallReport, columns?: number): string[] {
  const { summary } = report;
  const { groups, total } = summary;
  const { table, room } = fitting(report, columns);
  const sums = groups.map(({ sum }) => sum);
  const drawn = room < leastBar ? [] : bars(sums, room);
  const calls = callRows(report);
  // On a terminal standard error has it, below the table.
  const above = columns === undefined ? aboveBudget(report) : [];
  return [
    `${headline(report)}:`,
    "",
    ...above,
    // The head and the line below it have no bar.
    ...table.map((line, index) => (drawn[index - 2] ? `${line} ${drawn[index - 2]}` : line)),
    ...(drawn.length > 0 ? ["", legend([total, ...sums])] : []),
    ...(calls.rows.length > 0 ? ["", "The most expensive calls:", "", ...markdownTable(calls.head, calls.rows)] : []),
    "",
    `${counted(total.calls)}. ${notes(report).join(" ")}`,
  ];
}

/** The table, and the columns that are left for bars: where that is too little, the bars alone show the parts of the cost. */
function fitting({ summary: { by, groups, total } }: CallReport, columns = 0): { table: string[]; room: number } {
  const of = (withParts: boolean) => {
    const { head, rows, total: last } = rowsOf(by, groups, total, withParts);
    const table = markdownTable(head, [...rows, last]);
    return { table, room: Math.min(mostBar, columns - (table[0]?.length ?? 0) - 2) };
  };
  const whole = of(true);
  if (columns === 0 || whole.room >= leastBar) return whole;
  const narrow = of(false);
  return narrow.room >= leastBar ? narrow : whole;
}

function aboveBudget({ budget }: CallReport): string[] {
  if (budget === undefined || budget.above.length === 0) return [];
  const { above, per } = budget;
  const money = moneyFor(above.map(({ sum }) => sum.cost));
  const rows = above.map(({ name, sum }) => [name, money(sum.cost)]);
  return [`Above the budget of ${shownBudget(budget)}:`, "", ...markdownTable([per ?? "", "cost"], rows), ""];
}
