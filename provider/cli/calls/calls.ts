import { setFlagsFromString } from "node:v8";
import { clientFrom } from "../../client/client";
import { readDirectory } from "./read/directory";
import { periodOf } from "./read/period";
import { TimeZone } from "./read/time-zone";
import { type CallReport } from "./report";
import { budgetOf, budgetUnits, aboveBudget } from "./sum/budget";
import { groupings } from "./sum/groups";
import { summarize } from "./sum/summarize";
import { asJson } from "./formats/json";
import { counted, shownBudget } from "./formats/words";
import { type Reporter } from "../console/reporter";
import { writeReport } from "../console/write-report";
import { CommandError, exitCode } from "../exit-code";
import { hostOf, readSettings } from "../settings/read-settings";

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
  const { out, organization, workspace, budgetPer, showNumbers = false } = options;
  const by = oneOf("--by", options.by ?? "day", groupings);
  const format = formatOf(options);
  const per = budgetPer === undefined ? undefined : oneOf("--budget-per", budgetPer, budgetUnits);
  const budget = budgetOf(options.budget, per);
  const zone = new TimeZone(options.timeZone);
  const period = periodOf(options, zone, Date.now());
  if (format === "html") {
    // A missing package is an error before thousands of calls are read.
    (require("./formats/html/picture") as typeof import("./formats/html/picture")).loadEcharts();
  }
  const found = await readSettings(options);
  const scope = { accountId: found.settings.accountId, organization, workspace };
  const client = clientFrom(found.settings);
  reporter.warn(`Reading the calls at ${hostOf(found)}`);
  // Calls are read in their thousands and thrown away: V8 would let that garbage grow to 100 MB before it collects.
  setFlagsFromString("--optimize-for-size");
  const directory = await readDirectory(client, scope);
  const onPage = (read: number) => reporter.progress(`Reading: ${counted(read)}`);
  const summary = await summarize(client, { directory, period, showNumbers, onPage }, by, zone);
  const above = budget && { ...budget, above: aboveBudget(budget, summary) };
  const report: CallReport = { summary, scope, period, zone, budget: above, showNumbers };

  if (out !== undefined) {
    writeReport(out, `${written(report, format)}\n`);
    const { total } = summary;
    reporter.say(`${counted(total.calls)}, cost ${total.cost.toFixed()}: see ${out}.`);
  } else if (!reporter.json) {
    reporter.say(written(report, format, reporter.columns));
  }
  if (reporter.json) reporter.result(asJson(report));
  if (above === undefined || above.above.length === 0) return exitCode.done;
  reporter.warn(`Above the budget of ${shownBudget(above)}:`);
  for (const { name, sum } of above.above) reporter.warn(`  ${name}: ${sum.cost.toFixed()}`);
  return exitCode.found;
}

/** The report as one text. The code of a format is loaded when the format is requested. */
function written(report: CallReport, format: Format, columns?: number): string {
  switch (format) {
    case "table": {
      const { asTable } = require("./formats/table") as typeof import("./formats/table");
      return asTable(report, columns).join("\n");
    }
    case "csv":
      return (require("./formats/csv") as typeof import("./formats/csv")).asCsv(report);
    case "json":
      return JSON.stringify(asJson(report), undefined, 2);
    case "html":
      return (require("./formats/html/as-html") as typeof import("./formats/html/as-html")).asHtml(report);
  }
}

/** With `--json` alone standard output gets JSON; another format then needs a file. */
function formatOf({ format, json, out }: CallsOptions): Format {
  const chosen = oneOf("--format", format ?? (json && out !== undefined ? "json" : "table"), formats);
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
