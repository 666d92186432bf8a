import * as fs from "node:fs";
import * as path from "node:path";
import { compare } from "./compare";
import { contestantsOf } from "./contestants";
import { type Operation, operations } from "./operations";
import { prettyWrite } from "./report/pretty-write";
import { type Comparison, secondsOf } from "./results";
import { runBench } from "./run-bench";
import { subjects } from "./subjects";

/** What the check holds against what it measures: counts exactly, ratios with room for a machine that does other work. */
interface Baseline {
  readonly workspaces: number;
  /** By operation of the engine, then of LumenOne's API. */
  readonly requests: Partial<Record<Operation, Readonly<Record<string, number>>>>;
  /** Bytes of state to those of the engine alone. */
  readonly stateRatio: number;
  /** Seconds to those of the engine alone. */
  readonly ratios: Partial<Record<Operation, number>>;
}

const file = path.join(__dirname, "baseline.json");
const workspaces = 60;
const [own, floor] = ["ours@0", "stash"];
/** What a ratio may be of the stored one: so few workspaces leave much to chance. */
const room = 2;
const stateRoom = 1.02;

const usage = `npm run bench:check [-- --update]

Measures ${workspaces} workspaces, and compares requests, size of state and times relative to the engine alone with
bench/baseline.json. Exit code 1 when something has become worse.

  --update  stores what was measured`;

async function measured(): Promise<Comparison> {
  const contestants = contestantsOf(subjects, [0], { all: 2, of: {} }, ["ours", "stash"]);
  const organizations = 3;
  return compare({ workspaces, organizations, contestants, operations, progress: (what) => console.error(what) });
}

function baselineOf(comparison: Comparison): Baseline {
  const figures = comparison.figures[own] ?? {};
  return {
    workspaces,
    requests: Object.fromEntries(operations.map((operation) => [operation, figures[operation]?.requests ?? {}])),
    stateRatio: (figures.up?.stateBytes ?? NaN) / (comparison.figures[floor]?.up?.stateBytes ?? NaN),
    ratios: Object.fromEntries(
      operations.map((operation) => [
        operation,
        (secondsOf(comparison, own, operation) ?? NaN) / (secondsOf(comparison, floor, operation) ?? NaN),
      ]),
    ),
  };
}

/** What is worse than it was, a line each. */
function regressions(now: Baseline, before: Baseline): string[] {
  const lines: string[] = [];
  for (const operation of operations) {
    const [sent, expected] = [now, before].map(({ requests }) => JSON.stringify(requests[operation] ?? {}));
    if (sent !== expected) lines.push(`${operation} sends ${sent}, and sent ${expected}`);
    const [ratio, usual] = [now, before].map(({ ratios }) => ratios[operation] ?? NaN);
    if (!(ratio! <= usual! * room)) {
      lines.push(
        `${operation} takes ${ratio!.toFixed(2)} times what the engine alone takes, and took ${usual!.toFixed(2)}`,
      );
    }
  }
  if (!(now.stateRatio <= before.stateRatio * stateRoom)) {
    lines.push(
      `the state is ${now.stateRatio.toFixed(3)} times the engine's own, and was ${before.stateRatio.toFixed(3)}`,
    );
  }
  return lines;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) return print(usage);
  const now = baselineOf(await measured());
  if (args.includes("--update")) {
    await prettyWrite(file, JSON.stringify(now));
    return print(`Stored in ${path.relative(process.cwd(), file)}`);
  }
  const found = regressions(now, JSON.parse(fs.readFileSync(file, "utf8")) as Baseline);
  for (const line of found) console.error(`Worse: ${line}`);
  if (found.length > 0) return 1;
  const ratios = operations.map((operation) => `${operation} ${now.ratios[operation]!.toFixed(2)}`);
  return print(`No worse than it was. Times to those of the engine alone: ${ratios.join(", ")}`);
}

function print(text: string): number {
  console.log(text);
  return 0;
}

runBench(async () => {
  process.exitCode = await main(process.argv.slice(2));
});
