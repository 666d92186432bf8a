import { type CallReport } from "../report";
import { moneyFor, shownSeconds } from "./words";

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
