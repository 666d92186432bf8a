import { markdownTable } from "../../console/markdown-table";
import { type CallReport } from "../report";
import { bars, legend } from "./bars";
import { callRows } from "./call-rows";
import { rowsOf } from "./rows";
import { counted, headline, moneyFor, notes } from "./words";

/** The least and the most columns of a bar. */
const [leastBar, mostBar] = [8, 60];

/**
 * The report for a terminal, and as Markdown.
 * @param columns of the terminal: bars in colours fill what is left; undefined: neither bars nor colours
 */
export function asTable(report: CallReport, columns?: number): string[] {
  const { summary } = report;
  const { by, groups, total } = summary;
  const figures = rowsOf(by, groups, total);
  const table = markdownTable(figures.head, [...figures.rows, figures.total]);
  const room = Math.min(mostBar, (columns ?? 0) - (table[0]?.length ?? 0) - 2);
  const drawn =
    columns === undefined || room < leastBar
      ? []
      : bars(
          groups.map(({ sum }) => sum),
          room,
        );
  const calls = callRows(report);
  // On a terminal standard error has it, below the table.
  const above = columns === undefined ? aboveBudget(report) : [];
  return [
    `${headline(report)}:`,
    "",
    ...above,
    // The head and the line below it have no bar.
    ...table.map((line, index) => (drawn[index - 2] ? `${line} ${drawn[index - 2]}` : line)),
    ...(drawn.length > 0 ? ["", legend(figures.head.includes("other"))] : []),
    ...(calls.rows.length > 0 ? ["", "The most expensive calls:", "", ...markdownTable(calls.head, calls.rows)] : []),
    "",
    `${counted(total.calls)}. ${notes(report).join(" ")}`,
  ];
}

function aboveBudget({ budget }: CallReport): string[] {
  if (budget === undefined || budget.above.length === 0) return [];
  const { above, per, amount } = budget;
  const money = moneyFor(above.map(({ sum }) => sum.cost));
  const rows = above.map(({ name, sum }) => [name, money(sum.cost)]);
  const each = per === undefined ? "" : ` for each ${per}`;
  return [`Above the budget of ${amount.toFixed()}${each}:`, "", ...markdownTable([per ?? "", "cost"], rows), ""];
}
