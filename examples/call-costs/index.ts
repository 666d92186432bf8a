import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";

// A fixed time and not "30 days ago": what has been exported of a month stays.
const since = new pulumi.Config().get("since") ?? "2026-01-01T00:00:00Z";
const { callLogs } = lumenone.getCallLogsOutput({ after: since, limit: 500, maxItems: 1_000_000 });

// Sums are in whole millionths: 0.1 + 0.2 is 0.30000000000000004 in binary fractions.
const millionths = (amount: number | null | undefined) => Math.round((amount ?? 0) * 1e6);
const costs = callLogs.apply((calls) => {
  const months: Record<string, number> = {};
  for (const { createdAt, costTotal } of calls) {
    const month = createdAt.slice(0, 7); // in UTC
    months[month] = (months[month] ?? 0) + millionths(costTotal);
  }
  return Object.fromEntries(
    Object.entries(months)
      .sort()
      .map(([month, sum]) => [month, (sum / 1e6).toFixed(4)]),
  );
});

// Call logs hold customers' numbers and what they said, so they are secret, and everything that is made of them. The sums have
// nothing of either: `pulumi stack output` and other stacks (StackReference) may see them.
export const costByMonth = pulumi.unsecret(costs);
export const calls = pulumi.unsecret(callLogs.apply((all) => all.length));
