import { type Seed } from "lumenone-simulator";

export type Log = Readonly<Record<string, unknown>> & { readonly id: number; readonly createdAt: string };

/** An amount as whole units, from its digits: without the decimal library of the command. */
function units(value: unknown): bigint | undefined {
  return typeof value === "number" ? BigInt(Math.round(Number((value * 1e10).toFixed(0)))) : undefined;
}

/** The exact decimal text of so many units. */
function text(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(11, "0");
  const whole = `${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/\.?0+$/, "");
  return amount < 0n ? `-${whole}` : whole;
}

const names = ["stt", "llm", "tts", "vapi"] as const;

/** The day of a time by `Intl`: without the date library of the command. */
const dayIn = (zone: string) => {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return (time: string) => format.format(new Date(time));
};

/** What the command has to say of these calls, in the form of its JSON. */
export function figuresOf(logs: readonly Log[]) {
  const sum = (values: readonly (bigint | undefined)[]) =>
    values.reduce<bigint>((all, value) => all + (value ?? 0n), 0n);
  const costs = logs.map((log) => {
    const given = names.map((name) => units(log[name])).filter((value) => value !== undefined);
    return units(log["costTotal"]) ?? (given.length > 0 ? sum(given) : undefined);
  });
  const parts = names.map((name) => [name, sum(logs.map((log) => units(log[name])))] as const);
  const cost = sum(costs);
  const other = cost - sum(parts.map(([, amount]) => amount));
  const durations = logs.flatMap(({ durationSeconds }) => (typeof durationSeconds === "number" ? durationSeconds : []));
  durations.sort((one, two) => one - two);
  return {
    calls: logs.length,
    callsWithoutCost: costs.filter((each) => each === undefined).length,
    cost: text(cost),
    parts: { ...Object.fromEntries(parts.map(([name, amount]) => [name, text(amount)])), other: text(other) },
    seconds: {
      total: milliseconds(durations.reduce((all, each) => all + each, 0)),
      median: at(durations, 1, 2),
      p95: at(durations, 19, 20),
    },
  };
}

const milliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;

/** Between two of the sorted values, `part` of `of` of the way. */
function at(sorted: readonly number[], part: number, of: number): number | null {
  if (sorted.length === 0) return null;
  const steps = (sorted.length - 1) * part;
  const [low, rest] = [Math.floor(steps / of), steps % of];
  const [below = 0, above = below] = sorted.slice(low, low + 2);
  return milliseconds((below * (of - rest) + above * rest) / of);
}

/** Rows of the command's JSON, in any order. */
export function rowsBy(by: string, logs: readonly Log[], zone: string, { workspaces = [], organizations = [] }: Seed) {
  const day = dayIn(zone);
  const keyOf = (log: Log) => {
    if (by === "day") return { day: day(log.createdAt) };
    if (by === "assistant") return { assistant: log["assistant"] };
    const workspace = workspaces.find(({ id }) => id === log["workspaceId"]);
    const organization = organizations.find(({ id }) => id === workspace?.organizationId)?.slug ?? null;
    if (by === "organization") return { organization };
    return workspace
      ? { organization, workspace: workspace.slug }
      : { organization, workspace: null, workspaceId: log["workspaceId"] };
  };
  const groups = new Map<string, Log[]>();
  for (const log of logs) {
    const key = JSON.stringify(keyOf(log));
    groups.set(key, [...(groups.get(key) ?? []), log]);
  }
  return [...groups].map(([key, its]) => ({ ...(JSON.parse(key) as object), ...figuresOf(its) }));
}
