import * as fs from "node:fs";
import * as path from "node:path";
import { goals, isMet } from "../goals";
import { machineText } from "../machine";
import { type Operation } from "../operations";
import { type Comparison, type Results, secondsOf } from "../results";
import { lineChart, type Series } from "./line-chart";
import { comparisonTable, seconds, table, titleOf } from "./tables";
import { writeSection } from "./write-section";

const docs = path.resolve(__dirname, "../../docs");
const charts = path.join(docs, "performance");

/** Puts the figures and the charts into docs/performance.md; what people wrote around them stays. */
export async function writeReport(results: Results): Promise<void> {
  fs.mkdirSync(charts, { recursive: true });
  for (const [name, chart] of chartsOf(results)) fs.writeFileSync(path.join(charts, name), chart);
  await writeSection("figures", figures(results));
}

function figures(results: Results): string {
  const largest = results.comparisons.at(-1);
  return [
    `Measured with: ${machineText(results.machine)}.`,
    ...(largest ? [`### Goals, at ${largest.workspaces} workspaces`, goalTable(largest)] : []),
    "### Seconds (requests)",
    ...results.comparisons.toReversed().flatMap((comparison) => [comparisonTable(comparison), roundsOf(comparison)]),
    "### How cost grows with the number of workspaces",
    growthTable(results.comparisons),
    ...(results.comparisons.length > 1 ? ["![up](performance/up.svg)"] : []),
    ...(largest && latenciesOf(largest).length > 1
      ? ["### How cost grows with latency", "![refresh](performance/refresh.svg)"]
      : []),
    ...(results.types
      ? [
          "### Type checking",
          table(
            ["`tsc` on examples/tenant", "types", "instantiations", "check", "memory"],
            Object.entries(results.types).map(([which, cost]) => [
              `${which} our types`,
              String(cost.types),
              String(cost.instantiations),
              `${cost.checkSeconds.toFixed(2)} s`,
              `${Math.round(cost.memoryBytes / 1e6)} MB`,
            ]),
          ),
        ]
      : []),
  ].join("\n\n");
}

function goalTable(comparison: Comparison): string {
  const rows = goals.map((goal) => {
    const measured = goal.measure(comparison);
    const bound = "atMost" in goal.bound ? `at most ${goal.bound.atMost}` : `at least ${goal.bound.atLeast}`;
    if (measured === undefined) return [goal.title, bound, "not measured", ""];
    return [
      goal.title,
      bound,
      goal.isRatio ? measured.toFixed(2) : measured.toFixed(0),
      isMet(goal, measured) ? "met" : "missed",
    ];
  });
  return table(["goal", "bound", "measured", ""], rows);
}

function roundsOf({ figures }: Comparison): string {
  const rounds = Object.entries(figures).map(([name, ofName]) => {
    return [name, Math.max(...Object.values(ofName).map((measured) => measured.seconds.length))] as const;
  });
  const counts = [...new Set(rounds.map(([, count]) => count))];
  const parts = counts.map((count) => {
    const names = rounds.filter(([, each]) => each === count).map(([name]) => titleOf(name));
    return `${count} round${count === 1 ? "" : "s"} of ${names.join("; ")}`;
  });
  return `Medians of ${parts.join(", and ")}.`;
}

/** Milliseconds for each resource: level where cost grows in proportion. */
function growthTable(comparisons: readonly Comparison[]): string {
  const shown: [string, Operation][] = ["ours@0", "usual@0", "stash"].flatMap((name) =>
    (["up", "preview", "refresh", "destroy"] as const).map((operation): [string, Operation] => [name, operation]),
  );
  const rows = shown.map(([name, operation]) => [
    `${titleOf(name)}: ${operation}`,
    ...comparisons.map((comparison) => {
      const value = secondsOf(comparison, name, operation);
      return value === undefined ? "" : `${seconds((value * 1000) / comparison.workspaces)} ms`;
    }),
  ]);
  return table(["milliseconds a workspace", ...comparisons.map(({ workspaces }) => String(workspaces))], rows);
}

function latenciesOf({ figures }: Comparison): number[] {
  return Object.keys(figures).flatMap((name) => (name.startsWith("ours@") ? Number(name.split("@")[1]) : []));
}

function chartsOf({ comparisons }: Results): [string, string][] {
  const byNumber = (name: string): Series => ({
    title: titleOf(name),
    points: comparisons.flatMap((comparison) => {
      const value = secondsOf(comparison, name, "up");
      return value === undefined ? [] : [[comparison.workspaces, value] as const];
    }),
  });
  const largest = comparisons.at(-1);
  const byLatency = (name: string): Series => ({
    title: titleOf(name),
    points: latenciesOf(largest!).flatMap((latency) => {
      const value = secondsOf(largest!, `${name}@${latency}`, "refresh");
      return value === undefined ? [] : [[latency, value] as const];
    }),
  });
  const up = ["ours@0", "usual@0", "stash"].map(byNumber).filter(({ points }) => points.length > 0);
  const refresh = largest ? ["ours", "usual", "raw-http"].map(byLatency).filter(({ points }) => points.length > 0) : [];
  return [
    ["up.svg", lineChart({ title: "pulumi up, no latency", x: "workspaces", y: "seconds", series: up })],
    ["refresh.svg", lineChart({ title: "pulumi refresh", x: "latency in ms", y: "seconds", series: refresh })],
  ];
}
