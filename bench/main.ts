import { compare } from "./compare";
import { contestantsOf } from "./contestants";
import { machine } from "./machine";
import { type Options, optionsFrom, usage } from "./options";
import { writeReport } from "./report/performance";
import { comparisonTable } from "./report/tables";
import { type Comparison, readResults, withComparison, writeResults } from "./results";
import { runBench } from "./run-bench";
import { subjects } from "./subjects";

/** `npm run bench`. */
async function main(options: Options): Promise<void> {
  const contestants = contestantsOf(subjects, options.latencies, options.repetitions, options.only);
  const done: Comparison[] = [];
  for (const workspaces of options.workspaces) {
    const comparison = await compare({
      workspaces,
      contestants,
      operations: options.operations,
      progress: (what, { seconds }, count, all) => console.error(`[${count}/${all}] ${what}: ${seconds.toFixed(2)} s`),
    });
    done.push(comparison);
    if (!options.json) console.log(`\n${comparisonTable(comparison)}\n`);
    // After each, so that nothing is lost when a later one is broken off.
    if (!options.quick) await writeResults({ ...withComparison(readResults(), comparison), machine: await machine() });
  }
  if (options.json) console.log(JSON.stringify({ machine: await machine(), comparisons: done }, undefined, 2));
  if (!options.quick) await writeReport(readResults());
}

async function run(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  if (options.help) console.log(usage);
  else await main(options);
}

runBench(run);
