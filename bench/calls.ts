/**
 * `npm run bench:calls [-- --calls 100000 --format table]`: how much memory and time `pulumi-lumenone calls` takes for so many
 * calls, of a server in this process that makes each page when it is asked for.
 */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { manyCalls } from "../tests/support/calls/many-calls";
import { measuredCalls } from "../tests/support/calls/measured-calls";
import { runBench } from "./run-bench";

const { values } = parseArgs({
  options: { calls: { type: "string", default: "100000" }, format: { type: "string", default: "table" } },
});

runBench(async () => {
  const server = await manyCalls(Number(values.calls));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-calls-"));
  try {
    const args = ["--format", values.format, "--out", "report"];
    const { seconds, megabytes } = await measuredCalls(server.settings, folder, ...args);
    console.log(
      `${values.calls} calls as ${values.format}: ${seconds.toFixed(1)} s, at most ${megabytes.toFixed(0)} MB`,
    );
  } finally {
    server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
