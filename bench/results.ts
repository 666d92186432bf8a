import * as fs from "node:fs";
import * as path from "node:path";
import { median } from "./median";
import { type Operation } from "./operations";
import { prettyWrite } from "./report/pretty-write";

/** What was measured of one operation of one contestant. */
export interface Measured {
  /** Of each round. */
  readonly seconds: number[];
  /** By operation of LumenOne's API. */
  readonly requests: Readonly<Record<string, number>>;
  readonly stateBytes?: number;
  /** The most of all rounds, in bytes. */
  readonly hostMemory?: number;
}

/** `ours@100`: a subject and the latency it was measured at; `stash`, to which it makes no difference. */
export type ContestantName = string;

/** Everything measured side by side: ratios are meant within one such comparison only. */
export interface Comparison {
  readonly workspaces: number;
  readonly organizations: number;
  readonly figures: Record<ContestantName, Partial<Record<Operation, Measured>>>;
}

/** What a program costs the compiler. */
export interface TypeCost {
  readonly types: number;
  readonly instantiations: number;
  readonly checkSeconds: number;
  readonly memoryBytes: number;
}

/** The file that is kept. */
export interface Results {
  machine: Readonly<Record<string, string>>;
  comparisons: Comparison[];
  types?: Readonly<Record<"with" | "without", TypeCost>>;
}

// Not `results.json`: `require("./results")` would find that first.
const file = path.join(__dirname, "figures.json");

export function readResults(): Results {
  if (!fs.existsSync(file)) return { machine: {}, comparisons: [] };
  return JSON.parse(fs.readFileSync(file, "utf8")) as Results;
}

export async function writeResults(results: Results): Promise<void> {
  await prettyWrite(file, JSON.stringify(results));
}

/** The comparison takes the place of an earlier one of as many workspaces. */
export function withComparison(results: Results, comparison: Comparison): Results {
  const others = results.comparisons.filter(({ workspaces }) => workspaces !== comparison.workspaces);
  const comparisons = [...others, comparison].sort((one, other) => one.workspaces - other.workspaces);
  return { ...results, comparisons };
}

/** Median of the seconds; undefined where it was not measured. */
export function secondsOf(
  { figures }: Comparison,
  contestant: ContestantName,
  operation: Operation,
): number | undefined {
  const measured = figures[contestant]?.[operation];
  return measured && median(measured.seconds);
}

/** The number of all requests. */
export function requestsOf({ requests }: Measured): number {
  return Object.values(requests).reduce((sum, count) => sum + count, 0);
}
