import type Big from "big.js";
import { plainName } from "../read/plain-text";
import { type CallReport } from "../report";
import { type Budget } from "../sum/budget";

/** The scope and the period of the calls. */
export function headline({ scope, period, zone }: CallReport): string {
  const { accountId, organization, workspace } = scope;
  const whose = [
    ...(workspace === undefined ? [] : [`workspace ${plainName(workspace)}`]),
    ...(organization === undefined ? [] : [`organization ${plainName(organization)}`]),
    accountId === undefined ? "every account" : `account ${accountId}`,
  ].join(", ");
  const since = period.since === undefined ? "" : ` from ${zone.shown(period.since)}`;
  return `Calls of ${whose},${since} until ${zone.shown(period.until)}, in the time zone ${zone.name}`;
}

/** Notes on the figures, one line each. */
export function notes({ summary }: CallReport): string[] {
  const { total, elsewhere, workspaces } = summary;
  const unknown = workspaces
    .filter(({ key }) => key["workspace"] === null)
    .reduce((sum, each) => sum + each.sum.calls, 0);
  return [
    ...(total.withoutCost > 0 ? [`${counted(total.withoutCost)} without a cost: not in the sums.`] : []),
    ...(unknown > 0
      ? [`${counted(unknown)} of workspaces that are not known, for example because they were deleted.`]
      : []),
    ...(elsewhere > 0 ? [`${counted(elsewhere)} of other accounts left out.`] : []),
    "Costs are as LumenOne gives them, which names no currency.",
  ];
}

/** A budget and what it is for: `100 for each day`. */
export const shownBudget = ({ amount, per }: Budget) =>
  `${amount.toFixed()}${per === undefined ? "" : ` for each ${per}`}`;

export const counted = (calls: number) => `${calls.toLocaleString("en")} ${calls === 1 ? "call" : "calls"}`;

/** Formats amounts that stand beside each other: with the decimals that they need, two to four. */
export function moneyFor(amounts: readonly Big[]): (amount: Big) => string {
  const needed = amounts.reduce((most, { c, e }) => Math.max(most, c.length - 1 - e), 2);
  return (amount) => amount.toFixed(Math.min(4, needed));
}

/** A duration to read. */
export function shownSeconds(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const padded = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${padded(minutes)}:${padded(whole % 60)}` : `${minutes}:${padded(whole % 60)}`;
}
