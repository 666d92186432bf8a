import { cut } from "../console/cut";
import { markdownTable } from "../console/markdown-table";
import { type Drift } from "./find-drift";

/** A table of the fields that were changed. @param longest the most characters of a cell; of a value, there are at most 60 */
export function driftTable(drift: readonly Drift[], longest?: number): string[] {
  const rows = drift.map(({ kind, name, field = "", expected, actual, change }) =>
    change === "gone" ? [kind, name, "", "there", "gone"] : [kind, name, field, shown(expected), shown(actual)],
  );
  const cells = rows.map((row) => row.map((cell) => cut(cell, longest)));
  return markdownTable(["kind", "name", "field", "in the state", "at LumenOne"], cells);
}

function shown(value: unknown): string {
  return cut(typeof value === "string" ? value : (JSON.stringify(value) ?? ""), 60);
}
