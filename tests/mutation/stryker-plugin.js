const { transformSync } = require("esbuild");
const fs = require("node:fs");

/** Compiles TypeScript where it is loaded: a process is started anew many times, and ts-node would take longer than the tests. */
require.extensions[".ts"] = (module, file) => {
  const { code } = transformSync(fs.readFileSync(file, "utf8"), {
    loader: "ts",
    format: "cjs",
    platform: "node",
    target: "es2022",
    sourcefile: file,
    sourcemap: "inline",
  });
  module._compile(code, file);
};

const { ExplainedReporter } = require("./explained-reporter.ts");
const { InProcessRunner } = require("./in-process-runner.ts");

/** What Stryker loads. */
exports.strykerPlugins = [
  { kind: "TestRunner", name: "in-process", injectableClass: InProcessRunner },
  { kind: "Reporter", name: "explained", injectableClass: ExplainedReporter },
];
