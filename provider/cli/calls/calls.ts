import { writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { clientFrom } from "../../client/client";
import { readDirectory } from "./read/directory";
import { periodOf } from "./read/period";
import { TimeZone } from "./read/time-zone";
import { type CallReport } from "./report";
import { type BudgetUnit, budgetOf, budgetUnits, aboveBudget } from "./sum/budget";
import { type Grouping, groupings } from "./sum/groups";
import { summarize } from "./sum/summarize";
import { counted } from "./formats/words";
import { type Reporter } from "../console/reporter";
import { CommandError, exitCode } from "../exit-code";
import { hostOf, readSettings, settingsOptions } from "../settings/read-settings";

/** The formats of a report. */
const formats = ["table", "csv", "json", "html"] as const;
type Format = (typeof formats)[number];

/** Options of `calls`. */
export interface CallsOptions {
  readonly since?: string;
  readonly until?: string;
  readonly organization?: string;
  readonly workspace?: string;
  readonly by?: string;
  readonly timeZone?: string;
  readonly format?: string;
  readonly out?: string;
  readonly budget?: string;
  readonly budgetPer?: string;
  readonly showNumbers?: boolean;
  readonly json?: boolean;
  readonly stack?: string;
  readonly contract?: string;
}

/** Sums the calls and their costs from the call logs. Changes nothing. */
export async function calls(options: CallsOptions, reporter: Reporter): Promise<number> {
  const { out, showNumbers = false } = options;
  const by: Grouping = oneOf("--by", options.by ?? "day", groupings);
  const format = formatOf(options);
  const per: BudgetUnit | undefined =
    options.budgetPer === undefined ? undefined : oneOf("--budget-per", options.budgetPer, budgetUnits);
  const budget = budgetOf(options.budget, per);
  const zone = new TimeZone(options.timeZone ?? TimeZone.ofMachine());
  const period = periodOf(options, zone, Date.now());
  if (format === "html") {
    // A missing package is an error before thousands of calls are read.
    (require("./formats/html/load-echarts") as typeof import("./formats/html/load-echarts")).loadEcharts();
  }
  const found = await readSettings(settingsOptions(options));
  const { accountId } = found.settings;
  const scope = { accountId, organization: options.organization, workspace: options.workspace };
  const client = clientFrom(found.settings);
  reporter.warn(`Reading the calls at ${hostOf(found)}`);
  // Calls are read in their thousands and thrown away: V8 would let that garbage grow to 100 MB before it collects.
  setFlagsFromString("--optimize-for-size");
  const directory = await readDirectory(client, scope);
  const onPage = (read: number) => reporter.progress(`Reading: ${counted(read)}`);
  const summary = await summarize(client, { directory, period, showNumbers, onPage }, by, zone);
  const above = budget && { ...budget, above: aboveBudget(budget, summary) };
  const report: CallReport = { summary, scope, period, zone, budget: above, showNumbers };

  const columns = out === undefined ? reporter.columns : undefined;
  if (out !== undefined) {
    write(out, written(report, format, undefined));
    const { total } = summary;
    reporter.say(`${counted(total.calls)}, cost ${total.cost.toFixed()}: see ${out}.`);
  } else if (!reporter.json) {
    reporter.say(written(report, format, columns));
  }
  if (reporter.json) {
    const { asJson } = require("./formats/json") as typeof import("./formats/json");
    reporter.result(asJson(report));
  }
  if (above === undefined || above.above.length === 0) return exitCode.done;
  const each = per === undefined ? "" : ` for each ${per}`;
  reporter.warn(`Above the budget of ${above.amount.toFixed()}${each}:`);
  for (const { name, sum } of above.above) reporter.warn(`  ${name}: ${sum.cost.toFixed()}`);
  return exitCode.found;
}

/** The report as one text. The code of a format is loaded when the format is requested. */
function written(report: CallReport, format: Format, columns: number | undefined): string {
  switch (format) {
    case "table": {
      const { asTable } = require("./formats/table") as typeof import("./formats/table");
      return asTable(report, columns).join("\n");
    }
    case "csv":
      return (require("./formats/csv") as typeof import("./formats/csv")).asCsv(report);
    case "json": {
      const { asJson } = require("./formats/json") as typeof import("./formats/json");
      return JSON.stringify(asJson(report), undefined, 2);
    }
    case "html": {
      const { asHtml } = require("./formats/html/as-html") as typeof import("./formats/html/as-html");
      return asHtml(report);
    }
  }
}

/** With `--json` alone standard output gets JSON; another format then needs a file. */
function formatOf({ format, json, out }: CallsOptions): Format {
  const chosen: Format = oneOf("--format", format ?? (json && out !== undefined ? "json" : "table"), formats);
  if (!json || format === undefined || format === "json" || out !== undefined) return chosen;
  throw new CommandError(
    `--json and --format ${format} both are for standard output: give a file for one of them with --out.`,
    exitCode.usage,
  );
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  throw new CommandError(`${option} ${value} is not supported: give ${allowed.join(", ")}.`, exitCode.usage);
}

function write(file: string, content: string): void {
  try {
    writeFileSync(file, `${content}\n`);
  } catch (error) {
    throw new CommandError(`The report cannot be written: ${(error as Error).message}`);
  }
}
