import { operations } from "../operations";
import { type Comparison, type ContestantName, requestsOf, secondsOf } from "../results";
import { subjects } from "../subjects";

const megabyte = 1e6;

/** `ours@100` as a reader wants it. */
export function titleOf(name: ContestantName): string {
  const [subject, latency] = name.split("@");
  const title = subjects.find((each) => each.name === subject)?.title ?? name;
  return latency === undefined ? title : `${title}, ${latency} ms`;
}

/** A table in Markdown, as readable on a terminal. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** Seconds of each operation, state and memory of all that was compared; behind the seconds the number of requests. */
export function comparisonTable(comparison: Comparison): string {
  const names = Object.keys(comparison.figures);
  const measured = operations.filter((operation) => names.some((name) => comparison.figures[name]?.[operation]));
  const rows = names.map((name) => {
    const figures = comparison.figures[name] ?? {};
    const cells = measured.map((operation) => {
      const figure = figures[operation];
      if (!figure) return "";
      return `${seconds(secondsOf(comparison, name, operation) ?? 0)} (${requestsOf(figure)})`;
    });
    const state = figures.up?.stateBytes;
    const memory = Math.max(0, ...Object.values(figures).map(({ hostMemory = 0 }) => hostMemory));
    return [
      titleOf(name),
      ...cells,
      state === undefined ? "" : `${(state / megabyte).toFixed(2)} MB`,
      memory === 0 ? "" : `${Math.round(memory / megabyte)} MB`,
    ];
  });
  return table([`${comparison.workspaces} workspaces`, ...measured, "state", "host"], rows);
}

export function seconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(1);
}
