import { allParts, parts } from "../read/call";
import { type CallReport } from "../report";
import { type Sum } from "../sum/sum";

/** The report for scripts. Money is decimal text, exact: a JSON number would be read as a binary fraction. */
export function asJson({ summary, scope, period, zone, budget, showNumbers }: CallReport): object {
  const { by, groups, total, elsewhere, mostExpensive } = summary;
  const time = (at: number) => new Date(at).toISOString();
  return {
    account: scope.accountId ?? null,
    // Absent where it is undefined.
    organization: scope.organization,
    workspace: scope.workspace,
    timeZone: zone.name,
    since: period.since === undefined ? null : time(period.since),
    until: time(period.until),
    ...figures(total),
    callsOfOtherAccounts: elsewhere,
    by,
    rows: groups.map(({ key, sum }) => ({ ...key, ...figures(sum) })),
    ...(budget && {
      budget: {
        amount: budget.amount.toFixed(),
        per: budget.per ?? null,
        above: budget.above.map(({ key, sum }) => ({ ...key, cost: sum.cost.toFixed() })),
      },
    }),
    ...(showNumbers && {
      mostExpensive: mostExpensive.map((call) => ({
        id: call.id,
        createdAt: Number.isNaN(call.at) ? null : time(call.at),
        organization: call.workspace?.names.organization ?? null,
        workspace: call.workspace?.names.workspace ?? null,
        assistant: call.assistant ?? null,
        cost: call.cost?.toFixed() ?? null,
        parts: Object.fromEntries(parts.map((part) => [part, call.parts[part]?.toFixed() ?? null])),
        seconds: call.seconds ?? null,
        customerNumber: call.customerNumber,
        summary: call.summary,
      })),
    }),
  };
}

function figures({ calls, withoutCost, cost, amounts, seconds }: Sum): object {
  const { total, median = null, p95 = null } = seconds;
  return {
    calls,
    callsWithoutCost: withoutCost,
    cost: cost.toFixed(),
    parts: Object.fromEntries(allParts.map((part) => [part, amounts[part].toFixed()])),
    seconds: { total, median, p95 },
  };
}
