const os = require("node:os");
const path = require("node:path");

const results = process.env["LUMENONE_MUTANTS_RESULTS"] ?? path.join(os.tmpdir(), "lumenone-mutants");

/**
 * Stryker changes a copy of the sources in small ways, one at a time, and runs the fast tests that reach the change. Static
 * mutants, whose code runs once while a file is loaded, would need a new process each, and are left out; so are changed texts,
 * most of which are messages.
 */
module.exports = {
  mutate: ["provider/lifecycle/**/*.ts", "provider/client/**/*.ts", "provider/cli/fleet/**/*.ts", "!**/generated/**"],
  mutator: { excludedMutations: ["StringLiteral"] },
  testRunner: "in-process",
  plugins: [path.join(__dirname, "stryker-plugin.js")],
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  // A process that has run many tests becomes slow.
  maxTestRunnerReuse: 400,
  concurrency: Number(process.env["LUMENONE_MUTANTS_WORKERS"] ?? 2),
  // What has no end is found by the number of times that it passes a mutant; this is for the rest.
  timeoutMS: 20_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 20,
  ignorePatterns: ["/docs/.vitepress", "/sdks", "/bench"],
  tempDirName: path.join(results, "copy"),
  reporters: ["progress-append-only", "clear-text", "json", "event-recorder", "explained"],
  clearTextReporter: { reportTests: false },
  jsonReporter: { fileName: path.join(results, "report.json") },
  eventReporter: { baseDir: path.join(results, "events") },
};
