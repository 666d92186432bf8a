import { markdownTable } from "../console/markdown-table";
import { type TenantResult, type Verb } from "./task";

/** Results that need somebody to act. */
const bad: readonly TenantResult["status"][] = ["failed", "invalid", "locked", "stopped"];

export const isBad = ({ status }: TenantResult): boolean => bad.includes(status);

/** The most rows of a table in a pull request's comment, which may hold 65,536 characters. */
const mostRows = 200;

/** What a run came to, as Markdown: counts, a table of what is not as it was, and each problem with its remedy. */
export function summaryLines(verb: Verb, results: readonly TenantResult[], seconds: number): string[] {
  const counts = [...new Set(results.map(({ status }) => status))]
    .sort()
    .map((status) => `${results.filter((result) => result.status === status).length} ${status}`);
  const tenants = results.length === 1 ? "One tenant" : `${results.length} tenants`;
  const head = `${tenants}${counts.length > 0 ? `: ${counts.join(", ")}` : ""}; ${verb} took ${Math.round(seconds)} s.`;
  // A long list of tenants of which nothing is to be told hides those of which something is.
  const told = results.filter((result) => result.status !== "unchanged" || results.length <= 20);
  const rows = told
    .slice(0, mostRows)
    .map((result) => [
      result.stack,
      result.status,
      changesIn(result),
      result.seconds === 0 ? "" : `${result.seconds} s`,
      [...(result.notes ?? []), ...(isBad(result) || result.status === "left" ? ["see below"] : [])].join(" "),
    ]);
  const lines = [head];
  if (rows.length > 0) lines.push("", ...markdownTable(["tenant", "result", "resources", "time", "note"], rows));
  if (told.length > mostRows) lines.push("", `${told.length - mostRows} more are not shown.`);
  for (const { stack, drift = [] } of results) {
    if (drift.length === 0) continue;
    lines.push("", `**${stack}** was changed outside of Pulumi:`, "");
    const fields = drift.map(({ kind, name, field, expected, actual, change }) =>
      change === "gone" ? [kind, name, "", "there", "gone"] : [kind, name, field ?? "", text(expected), text(actual)],
    );
    lines.push(...markdownTable(["kind", "name", "field", "in the state", "at LumenOne"], fields));
  }
  for (const { stack, problem, remedy, status } of results) {
    if (problem === undefined && remedy === undefined) continue;
    lines.push("", `**${stack}** (${status})`);
    if (problem !== undefined) lines.push("", ...problem.split("\n").map((line) => `> ${line}`));
    if (remedy !== undefined) lines.push("", remedy);
  }
  return lines;
}

/** `3 create, 1 update`; what stays as it is says nothing. */
export function changesIn({ changes }: TenantResult): string {
  return Object.entries(changes)
    .filter(([op]) => !["same", "read", "refresh"].includes(op))
    .map(([op, count]) => `${count} ${op}`)
    .join(", ");
}

function text(value: unknown): string {
  const whole = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return whole.length > 60 ? `${whole.slice(0, 60)}...` : whole;
}
