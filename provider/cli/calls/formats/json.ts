import { type Call, parts } from "../read/call";
import { type CallReport } from "../report";
import { type Group } from "../sum/groups";
import { type Sum } from "../sum/sum";

/** The report for scripts. Money is decimal text, exact: a JSON number would be read as a binary fraction. */
export function asJson({ summary, scope, period, zone, budget, showNumbers }: CallReport): object {
  const { by, groups, total, elsewhere, mostExpensive } = summary;
  const time = (at: number) => new Date(at).toISOString();
  return {
    account: scope.accountId ?? null,
    ...(scope.organization === undefined ? {} : { organization: scope.organization }),
    ...(scope.workspace === undefined ? {} : { workspace: scope.workspace }),
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
        above: budget.above.map(({ key, sum }: Group) => ({ ...key, cost: sum.cost.toFixed() })),
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
        parts: amounts(call.parts),
        seconds: call.seconds ?? null,
        customerNumber: call.customerNumber,
        summary: call.summary,
      })),
    }),
  };
}

function figures(sum: Sum): object {
  const { total, median = null, p95 = null } = sum.seconds;
  return {
    calls: sum.calls,
    callsWithoutCost: sum.withoutCost,
    cost: sum.cost.toFixed(),
    parts: { ...amounts(sum.parts), other: sum.other.toFixed() },
    seconds: { total, median, p95 },
  };
}

function amounts(given: Call["parts"]): object {
  return Object.fromEntries(parts.map((part) => [part, given[part]?.toFixed() ?? null]));
}
