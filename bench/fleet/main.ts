/**
 * `npm run bench:fleet [-- --tenants 200 --parallel 2 --rounds 3 --latency 0 --requests-per-second 0]`: a fleet of tenants of 15
 * resources on each host, beside as many stacks of `pulumi.Stash` on as many workers by the plain Automation API: the first `up` and a
 * second preview in which nothing has changed. With a limit of requests, beside the time that the limit alone takes.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { createSimulator } from "lumenone-simulator";
import { fifteen, type FleetProject, fleetProject } from "../../tests/support/fleet/fleet-project";
import { median } from "../median";
import { table } from "../report/tables";
import { runBench } from "../run-bench";
import { type StashTask } from "./stash-worker";
import { watchMemory } from "./watch-memory";

const { values } = parseArgs({
  options: {
    tenants: { type: "string", default: "200" },
    parallel: { type: "string", default: "2" },
    rounds: { type: "string", default: "3" },
    latency: { type: "string", default: "0" },
    "requests-per-second": { type: "string", default: "0" },
  },
});
const [tenants, parallel, rounds, latency, limit] = [
  values.tenants,
  values.parallel,
  values.rounds,
  values.latency,
  values["requests-per-second"],
].map(Number) as [number, number, number, number, number];

/** What was measured of one way, a value for each round. */
interface Figures {
  up: number[];
  preview: number[];
  megabytes: number[];
  requests: number[];
  previewRequests: number[];
}
type Verb = "up" | "preview";
type Run = (verb: Verb) => Promise<{ requests: number }>;

const stacks = Array.from({ length: tenants }, (_, index) => `t${String(index).padStart(3, "0")}`);
const figures = new Map<string, Figures>();

async function measured(name: string, run: Run): Promise<void> {
  const empty: Figures = { up: [], preview: [], megabytes: [], requests: [], previewRequests: [] };
  const of = figures.get(name) ?? empty;
  figures.set(name, of);
  for (const verb of ["up", "preview"] as const) {
    const memory = watchMemory();
    const started = performance.now();
    const { requests } = await run(verb);
    const seconds = (performance.now() - started) / 1000;
    of[verb].push(seconds);
    of.megabytes.push(memory().peak);
    (verb === "up" ? of.requests : of.previewRequests).push(requests);
    console.error(`${name}: ${verb} of ${tenants} tenants: ${seconds.toFixed(1)} s, ${requests} requests`);
  }
}

/** `fleet up` and `fleet preview` against a simulator of their own. */
async function fleet(name: string, flags: readonly string[]): Promise<void> {
  const simulator = await createSimulator({ latency });
  const limits: Record<string, string> = limit > 0 ? { LUMENONE_REQUESTS_PER_SECOND: String(limit) } : {};
  const project = await fleetProject(simulator, limits);
  try {
    for (const stack of stacks) project.write(`tenants/${stack}.yaml`, fifteen(`Tenant ${stack}`));
    await measured(name, async (verb) => {
      simulator.journal.clear();
      const expected = verb === "preview" ? ["--expect-no-changes"] : [];
      const { code, stderr } = await project.told(verb, "--parallel", String(parallel), ...flags, ...expected);
      if (code !== 0) throw new Error(`fleet ${verb} ended with ${code}: ${stderr}`);
      return { requests: simulator.journal.length };
    });
  } finally {
    project.dispose();
    await simulator.close();
  }
}

/** The same number of stacks and resources, which need no provider and send nothing. */
async function stash(): Promise<void> {
  const simulator = await createSimulator();
  const project: FleetProject = await fleetProject(simulator);
  const folder = path.join(project.folder, "stash");
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: stash\nruntime: nodejs\n");
  try {
    await measured("stash", async (verb) => {
      const shares = Array.from({ length: parallel }, (_, worker) =>
        stacks.filter((_stack, index) => index % parallel === worker),
      );
      const ends = shares.map(async (share) => {
        const child = fork(path.join(__dirname, "stash-worker.ts"), {
          env: project.stack.env,
          execArgv: ["--require", "ts-node/register/transpile-only"],
        });
        const task: StashTask = { verb, project: folder, stacks: share, resources: 15 };
        child.send(task);
        const [code] = (await once(child, "exit")) as [number];
        if (code !== 0) throw new Error(`a worker ended with ${code}`);
      });
      await Promise.all(ends);
      return { requests: 0 };
    });
  } finally {
    project.dispose();
    await simulator.close();
  }
}

function report(): string {
  const own = figures.get("stash");
  const rows = [...figures].map(([name, { up, preview, megabytes, requests, previewRequests }]) => {
    const toStash = (all: readonly number[], verb: Verb) => (own ? (median(all) / median(own[verb])).toFixed(2) : "");
    const seconds = (all: readonly number[]) =>
      `${median(all).toFixed(1)} (${Math.min(...all).toFixed(1)} to ${Math.max(...all).toFixed(1)})`;
    return [
      name,
      seconds(up),
      toStash(up, "up"),
      seconds(preview),
      toStash(preview, "preview"),
      `${Math.max(...megabytes)} MB`,
      `${Math.max(...requests)}, ${Math.max(...previewRequests)}`,
      limit > 0 ? (median(up) / (Math.max(...requests) / limit)).toFixed(2) : "",
    ];
  });
  const head = ["", "up", "to Stash", "preview", "to Stash", "memory", "requests", "up to the limit alone"];
  return table(head, rows);
}

async function main(): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    // What is limited is not compared with what sends nothing.
    const ways = [() => fleet("native", ["--native"]), () => fleet("dynamic", []), ...(limit === 0 ? [stash] : [])];
    // Another one begins in each round: load that comes or goes favours none.
    for (let turn = 0; turn < ways.length; turn++) await ways[(round + turn) % ways.length]!();
  }
  console.log(`${tenants} tenants of 15 resources, ${parallel} workers, medians of ${rounds} rounds:\n\n${report()}`);
}

runBench(main);
