/**
 * `npm run bench:fleet-killed [-- --tenants 200 --parallel 4]`: a fleet against a simulated LumenOne with 20 ms latency and a
 * limit of 50 requests a second: up, killed half-way, up again with three tenants that cannot be, up when they can, a
 * preview, and what it took.
 */
import { parseArgs } from "node:util";
import { createSimulator } from "lumenone-simulator";
import { inventory } from "../../tests/support/fleet/doubled";
import { fifteen, type FleetProject, fleetProject } from "../../tests/support/fleet/fleet-project";
import { repairStates } from "../../tests/support/fleet/repair-states";
import { threeBad } from "../../tests/support/fleet/three-bad";
import { runBench } from "../run-bench";
import { watchMemory } from "./watch-memory";

const limit = 50;
const { values } = parseArgs({
  options: { tenants: { type: "string", default: "200" }, parallel: { type: "string", default: "4" } },
});
const tenants = Number(values.tenants);

async function measured(what: string, act: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  const memory = watchMemory();
  await act();
  const seconds = Math.round((performance.now() - started) / 1000);
  const { peak, ...quarters } = memory();
  console.log(`${what}: ${seconds} s, peak of all processes ${peak} MB ${JSON.stringify(quarters)}`);
}

async function up(project: FleetProject, ...args: string[]): Promise<void> {
  const { code, tenants: results } = await project.run("up", "--parallel", values.parallel, ...args);
  const bad = results.filter(({ status }) => !["changed", "unchanged"].includes(status));
  const lines = bad.map(({ stack, status, problem, remedy }) => `\n  ${stack} is ${status}: ${problem} ${remedy}`);
  console.log(`  exit code ${code}, ${results.length - bad.length} up, ${bad.length} not${lines.join("")}`);
}

async function bench(): Promise<void> {
  const simulator = await createSimulator({ latency: 20 });
  const project = await fleetProject(simulator, { LUMENONE_REQUESTS_PER_SECOND: String(limit) });
  try {
    const stacks = Array.from({ length: tenants }, (_, index) => `t${String(index).padStart(3, "0")}`);
    for (const [index, stack] of stacks.entries()) project.write(`tenants/${stack}.yaml`, fifteen(`Tenant ${index}`));
    await measured("up, killed half-way", () =>
      project.killed(
        "up",
        () => simulator.snapshot().organizations.length >= tenants / 2,
        "--parallel",
        values.parallel,
      ),
    );
    console.log(`  states that the kill cut off: ${repairStates(project.stack.folder).join(", ") || "none"}`);
    const [invalid = "", refused = "", locked = ""] = stacks.slice(-3);
    const cure = await threeBad(project, simulator, {
      invalid,
      refusedSlug: `tenant-${tenants - 2}`,
      locked,
    });
    await measured("up again, with three that cannot be", () => up(project));
    cure();
    const files = [invalid, refused, locked].map((stack) => `tenants/${stack}.yaml`);
    await measured("up of these three, put right", () => up(project, ...files));
    console.log(`  LumenOne has ${JSON.stringify(inventory(simulator))}`);
    console.log(`  most requests in a second: ${simulator.journal.maxPerSecond()} of ${limit}`);
    simulator.journal.clear();
    await measured("preview", async () => {
      const { code } = await project.run("preview", "--expect-no-changes", "--parallel", values.parallel);
      console.log(
        `  exit code ${code}, ${simulator.journal.writes().length} writes, ${simulator.journal.length} requests`,
      );
    });
  } finally {
    project.dispose();
    await simulator.close();
  }
}

runBench(bench);
