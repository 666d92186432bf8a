import Big from "big.js";
import { CommandError, exitCode } from "../../exit-code";
import { type Group } from "./groups";
import { type Summary } from "./summarize";

/** What a budget is for: all calls together, or each day, workspace or organization. */
export const budgetUnits = ["day", "workspace", "organization"] as const;
export type BudgetUnit = (typeof budgetUnits)[number];

export interface Budget {
  readonly amount: Big;
  readonly per: BudgetUnit | undefined;
}

/** @throws {CommandError} it is not an amount */
export function budgetOf(amount: string | undefined, per: BudgetUnit | undefined): Budget | undefined {
  if (amount === undefined) {
    if (per === undefined) return undefined;
    throw new CommandError(`--budget-per ${per} needs --budget with an amount.`, exitCode.usage);
  }
  if (/^\d{1,15}(?:\.\d{1,15})?$/.test(amount)) return { amount: new Big(amount), per };
  throw new CommandError(`--budget ${amount} is not an amount: give one such as 100 or 99.50.`, exitCode.usage);
}

/** The groups that cost more than the budget. */
export function aboveBudget({ amount, per }: Budget, summary: Summary): Group[] {
  const { total, days, workspaces, organizations } = summary;
  const all = { key: {}, name: "all calls", sum: total };
  const groups = per === undefined ? [all] : { day: days, workspace: workspaces, organization: organizations }[per];
  return groups.filter(({ sum }) => sum.cost.gt(amount));
}
