/**
 * `npm run bench:overlay`: how long a process takes to load the contract, and to correct it by an overlay of ten actions. Each is
 * the first thing that a process does, in a process of its own, in turns.
 */
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { tenDifferences } from "../tests/support/contract-mutations/ten-differences";
import { median } from "./median";
import { table } from "./report/tables";
import { runBench } from "./run-bench";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "15" } } });
const client = path.resolve(__dirname, "../provider/dist/client/index.js");

/** Milliseconds: by the clock, and of the processor, which other processes on the machine lengthen less. */
type Cost = readonly [clock: number, processor: number];

function costOf(settings: object): Cost {
  const script = `
    const { createClient } = require(${JSON.stringify(client)});
    const [clock, processor] = [performance.now(), process.cpuUsage()];
    createClient({ apiKey: "bench-key-0123456789", baseUrl: "http://127.0.0.1:1", ...${JSON.stringify(settings)} });
    const { user, system } = process.cpuUsage(processor);
    console.log(JSON.stringify([performance.now() - clock, (user + system) / 1000]));`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })) as Cost;
}

runBench(() => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lumenone-overlay-"));
  try {
    const fileOf = (name: string, text: string) => {
      fs.writeFileSync(path.join(folder, name), text);
      return { contract: path.join(folder, name) };
    };
    const subjects = {
      "no overlay": {},
      JSON: fileOf("overlay.json", JSON.stringify(parse(tenDifferences))),
      YAML: fileOf("overlay.yaml", tenDifferences),
    };
    const costs = new Map(Object.keys(subjects).map((name) => [name, [] as Cost[]]));
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const [name, settings] of Object.entries(subjects)) costs.get(name)!.push(costOf(settings));
    }
    const rows = [...costs].map(([name, found]) => {
      const [clock, processor] = [0, 1].map((at) => found.map((cost) => cost[at]!)) as [number[], number[]];
      const range = `${Math.min(...clock).toFixed(1)} to ${Math.max(...clock).toFixed(1)}`;
      return [name, median(clock).toFixed(1), range, median(processor).toFixed(1)];
    });
    console.log(table(["overlay", "ms", "least to most", "ms of the processor"], rows));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  return Promise.resolve();
});
