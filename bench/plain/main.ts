/**
 * `npm run bench:plain [-- --rounds 3 --workspaces 9 --dry]`: what somebody waits for who types `pulumi up` for a stack of 12 resources, in
 * TypeScript and in JavaScript, and where that time goes. Writes the tables into docs/performance.md.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { machine } from "../machine";
import { median } from "../median";
import { prettyWrite } from "../report/pretty-write";
import { table } from "../report/tables";
import { runBench } from "../run-bench";
import { scenarioOf } from "../scenario";
import { type Forms, measure, type Seconds } from "./measure";
import { commands } from "./plain-contestant";
import { languages, modules } from "./projects";
import { whereASecondGoes } from "./where-a-second-goes";

const document = path.resolve(__dirname, "../../docs/performance.md");
const [begin, end] = ["<!-- plain: begin -->", "<!-- plain: end -->"];

const forms: Forms = {
  ...Object.fromEntries(
    modules.flatMap((module) => languages.map((language) => [`${module}, ${language}`, { module, language }])),
  ),
  "stash, JavaScript, no checkpoints": {
    module: "stash",
    language: "JavaScript",
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
      ...commands.map((command) => {
        const all = seconds[command] ?? [];
        return `${median(all).toFixed(2)} (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)})`;
      }),
    ];
  });
  return table(["", ...commands], rows);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "3" },
      workspaces: { type: "string", default: "9" },
      dry: { type: "boolean", default: false },
    },
  });
  const rounds = Number(values.rounds);
  const scenario = { ...scenarioOf(Number(values.workspaces), 0), organizations: 3 };
  const measured = await measure(forms, scenario, rounds, (line) => console.error(line));
  const about = Object.entries(await machine()).map(([what, value]) => `${what} ${value}`);
  const text = [
    `${scenario.workspaces + scenario.organizations} resources, no latency, medians of ${rounds} rounds, with the least and the most: ${about.join(", ")}.`,
    secondsTable(measured),
    "Where the time of one `up` goes, as differences of these medians:",
    await whereASecondGoes(measured, scenario),
  ].join("\n\n");
  console.log(text);
  if (values.dry) return;
  const page = fs.readFileSync(document, "utf8");
  const before = page.slice(0, page.indexOf(begin) + begin.length);
  await prettyWrite(document, `${before}\n\n${text}\n\n${page.slice(page.indexOf(end))}`);
}

runBench(main);
