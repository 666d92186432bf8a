/**
 * `npm run bench:fleet`: a fleet of tenants of 15 resources on each host, beside as many stacks of `pulumi.Stash` on as many workers
 * by the plain Automation API.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { createSimulator } from "lumenone-simulator";
import { fifteen, type FleetProject, fleetProject } from "../../tests/support/fleet/fleet-project";
import { KeptRounds } from "../kept-rounds";
import { machine, machineText } from "../machine";
import { median, spread } from "../median";
import { table } from "../report/tables";
import { writeSection } from "../report/write-section";
import { runBench } from "../run-bench";
import { type StashTask } from "./stash-worker";
import { watchMemory } from "./watch-memory";

const usage = `npm run bench:fleet -- [options]

Measures the first \`fleet up\` and a second \`fleet preview\` in which nothing has changed, and writes the table into
docs/performance.md. With a limit of requests, it shows the time to that of the limit alone, and writes nothing.

  --tenants 200                tenants of 15 resources
  --parallel 2                 workers
  --rounds 3                   rounds, of which medians are shown
  --only native,dynamic,stash  what is measured
  --latency 0                  milliseconds that every response of LumenOne takes
  --requests-per-second 0      limit of all workers together; 0 for none
  --results FILE               goes on where an earlier run with this file ended
  --dry                        writes nothing
  --help                       this text`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean", default: false },
    tenants: { type: "string", default: "200" },
    parallel: { type: "string", default: "2" },
    rounds: { type: "string", default: "3" },
    latency: { type: "string", default: "0" },
    "requests-per-second": { type: "string", default: "0" },
    only: { type: "string", default: "native,dynamic,stash" },
    results: { type: "string" },
    dry: { type: "boolean", default: false },
  },
});
const [tenants, parallel, rounds, latency, limit] = [
  values.tenants,
  values.parallel,
  values.rounds,
  values.latency,
  values["requests-per-second"],
].map(Number) as [number, number, number, number, number];

type Verb = "up" | "preview";

/** What was measured of one way in one round. */
type Figures = Readonly<
  Record<Verb, { readonly seconds: number; readonly megabytes: number; readonly requests: number }>
>;
type Run = (verb: Verb) => Promise<{ requests: number }>;

const stacks = Array.from({ length: tenants }, (_, index) => `t${String(index).padStart(3, "0")}`);

async function measured(name: string, run: Run): Promise<Figures> {
  const one = async (verb: Verb) => {
    const memory = watchMemory();
    const started = performance.now();
    const { requests } = await run(verb);
    const seconds = (performance.now() - started) / 1000;
    console.error(`${name}: ${verb} of ${tenants} tenants: ${seconds.toFixed(1)} s, ${requests} requests`);
    return { seconds, megabytes: memory().peak, requests };
  };
  return { up: await one("up"), preview: await one("preview") };
}

/** `fleet up` and `fleet preview` against a simulator of their own. */
async function fleet(name: string, flags: readonly string[]): Promise<Figures> {
  const simulator = await createSimulator({ latency });
  const limits: Record<string, string> = limit > 0 ? { LUMENONE_REQUESTS_PER_SECOND: String(limit) } : {};
  const project = await fleetProject(simulator, limits);
  try {
    for (const stack of stacks) project.write(`tenants/${stack}.yaml`, fifteen(`Tenant ${stack}`));
    return await measured(name, async (verb) => {
      simulator.journal.clear();
      const expected = verb === "preview" ? ["--expect-no-changes"] : [];
      const { code, stderr } = await project.run(verb, "--parallel", String(parallel), ...flags, ...expected);
      if (code !== 0) throw new Error(`fleet ${verb} ended with ${code}: ${stderr}`);
      return { requests: simulator.journal.length };
    });
  } finally {
    project.dispose();
    await simulator.close();
  }
}

/** The same number of stacks and resources, which need no provider and send nothing. */
async function stash(): Promise<Figures> {
  const simulator = await createSimulator();
  const project: FleetProject = await fleetProject(simulator);
  const folder = path.join(project.folder, "stash");
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: stash\nruntime: nodejs\n");
  try {
    return await measured("stash", async (verb) => {
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

/** The ways to have a fleet, by their names. What is limited is not compared with what sends nothing. */
const ways: Readonly<Record<string, () => Promise<Figures>>> = {
  native: () => fleet("native", ["--native"]),
  dynamic: () => fleet("dynamic", []),
  ...(limit === 0 ? { stash } : {}),
};

function report(figures: Readonly<Record<string, readonly Figures[]>>): string {
  const secondsOf = (name: string, verb: Verb) => figures[name]?.map((round) => round[verb].seconds) ?? [];
  const rows = Object.entries(figures).map(([name, all]) => {
    const toStash = (verb: Verb) =>
      figures["stash"] ? (median(secondsOf(name, verb)) / median(secondsOf("stash", verb))).toFixed(2) : "";
    const most = (verb: Verb, what: "megabytes" | "requests") => Math.max(...all.map((round) => round[verb][what]));
    return [
      name,
      spread(secondsOf(name, "up"), 1),
      toStash("up"),
      spread(secondsOf(name, "preview"), 1),
      toStash("preview"),
      `${Math.max(most("up", "megabytes"), most("preview", "megabytes"))} MB`,
      `${most("up", "requests")}, ${most("preview", "requests")}`,
      ...(limit > 0 ? [(median(secondsOf(name, "up")) / (most("up", "requests") / limit)).toFixed(2)] : []),
    ];
  });
  const head = ["", "up", "to Stash", "preview", "to Stash", "memory", "requests"];
  return table([...head, ...(limit > 0 ? ["up to the limit alone"] : [])], rows);
}

async function main(): Promise<void> {
  if (values.help) return console.log(usage);
  const kept = new KeptRounds<Figures>(values.results);
  const names = values.only.split(",").filter((name) => name in ways);
  const figures: Record<string, Figures[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Another one begins in each round: load that comes or goes favours none.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]!;
      figures[name]!.push(await kept.of(`round ${round + 1}: ${name}`, ways[name]!));
    }
  }
  const about = limit > 0 || latency > 0 ? `, ${latency} ms, ${limit} requests a second` : "";
  const text = [
    `${tenants} tenants of 15 resources, ${parallel} workers${about}, medians of ${rounds} rounds, with the least and the most, seconds: ${machineText(await machine())}.`,
    report(figures),
  ].join("\n\n");
  console.log(text);
  if (!values.dry && limit === 0) await writeSection("fleet", text);
}

runBench(main);
