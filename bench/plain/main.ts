/**
 * `npm run bench:plain`: what somebody waits for who has the stack of `examples/tenant`, by plain `pulumi up`, in TypeScript and in
 * JavaScript, and by the Automation API; and where that time goes.
 */
import { parseArgs } from "node:util";
import { KeptRounds } from "../kept-rounds";
import { machine, machineText } from "../machine";
import { median, spread } from "../median";
import { writeSection } from "../report/write-section";
import { table } from "../report/tables";
import { runBench } from "../run-bench";
import { commands } from "./commands";
import { type Forms, measure, type Round, type Seconds } from "./measure";
import { modules, resources, ways } from "./projects";
import { whereASecondGoes } from "./where-a-second-goes";

const usage = `npm run bench:plain -- [options]

Measures up, preview, refresh and destroy of examples/tenant, and writes the tables into docs/performance.md.

  --rounds 3      rounds, of which medians are shown
  --quick         one round; writes nothing
  --results FILE  goes on where an earlier run with this file ended
  --dry           writes nothing
  --help          this text`;

const forms: Forms = {
  ...Object.fromEntries(modules.flatMap((module) => ways.map((way) => [`${module}, ${way}`, { module, way }]))),
  "stash, JavaScript, no checkpoints": {
    module: "stash",
    way: "JavaScript",
    env: { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" },
  },
};

const titles: Readonly<Record<string, string>> = {
  native: "native plugin",
  dynamic: "dynamic provider",
  usual: "a usual dynamic provider",
  stash: "`pulumi.Stash`",
  empty: "no resources",
};

/** Medians, behind them the least and the most. */
function secondsTable(measured: Readonly<Record<string, Seconds>>): string {
  const rows = Object.entries(measured).map(([name, seconds]) => {
    const [module = "", ...rest] = name.split(", ");
    return [
      [titles[module] ?? module, ...rest].join(", "),
      ...commands.map((command) => spread(seconds[command] ?? [], 2)),
    ];
  });
  return table(["", ...commands], rows);
}

/** What a user can choose, as ratios: how much more one choice takes than the other. */
function ratiosTable(measured: Readonly<Record<string, Seconds>>): string {
  const of = (name: string, command: (typeof commands)[number]) => median(measured[name]?.[command] ?? [NaN]);
  const pairs: [what: string, one: string, other: string][] = [
    ...ways.map((way): [string, string, string] => [
      `native plugin to \`Stash\`, ${way}`,
      `native, ${way}`,
      `stash, ${way}`,
    ]),
    ...ways.map((way): [string, string, string] => [
      `a usual provider to ours, dynamic, ${way}`,
      `usual, ${way}`,
      `dynamic, ${way}`,
    ]),
    ["dynamic provider to native plugin, JavaScript", "dynamic, JavaScript", "native, JavaScript"],
    ["TypeScript to JavaScript, native plugin", "native, TypeScript", "native, JavaScript"],
  ];
  const rows = pairs.map(([what, one, other]) => [
    what,
    ...commands.map((command) => (of(one, command) / of(other, command)).toFixed(2)),
  ]);
  return table(["ratio of medians", ...commands], rows);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", default: false },
      rounds: { type: "string" },
      quick: { type: "boolean", default: false },
      results: { type: "string" },
      dry: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(usage);
  const rounds = Number(values.rounds ?? (values.quick ? "1" : "3"));
  const kept = new KeptRounds<Round>(values.results);
  const measured = await measure(forms, rounds, kept, (line) => console.error(line));
  const text = [
    `${resources} resources of eight kinds (\`examples/tenant\`), no latency, medians of ${rounds} rounds, with the least and the most: ${machineText(await machine())}.`,
    secondsTable(measured),
    ratiosTable(measured),
    "Where the time of one `up` goes, as differences of these medians:",
    await whereASecondGoes(measured),
  ].join("\n\n");
  console.log(text);
  if (!values.dry && !values.quick) await writeSection("plain", text);
}

runBench(main);
