import * as fs from "node:fs";
import * as path from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone";
import { sampleFiles } from "../support/sample-files";
import { testStack, type TestStack } from "../support/stack";
import { lumenoneConfig } from "../support/faults/lumenone-config";

const files = sampleFiles();
let simulator: Simulator;
let stack: TestStack;
const N = Number(process.env.N ?? 500);
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
  stack = await testStack({ config: lumenoneConfig(simulator) });
  for (let i = 0; i < N; i++) files.write(`${i}.md`, `# Document ${i}`);
});
const program = () => {
  const workspaces = ["support", "sales"].map((name) => new lumenone.Workspace(name, { organization: "acme" }));
  for (const name of fs.readdirSync(files.folder)) {
    const document = new lumenone.Document(name, { organization: "acme", source: path.join(files.folder, name) });
    workspaces.forEach((workspace, index) => new lumenone.DocumentEmbedding(`${name}-${index}`, { workspace, document }));
  }
};
const counts = () => {
  const all: Record<string, number> = {};
  for (const { operationId = "?" } of simulator.journal) all[operationId] = (all[operationId] ?? 0) + 1;
  return all;
};
test("kb", async () => {
  const timed = async (what: string, run: () => Promise<unknown>) => {
    simulator.journal.clear();
    const start = Date.now();
    await run();
    const sizes = simulator.journal.filter((e) => e.operationId === "updateWorkspaceEmbeddings").map((e) => `${e.parameters.slug?.[1]}${(e.body as any).adds.length + (e.body as any).deletes.length}`);
    console.log(what, ((Date.now() - start) / 1000).toFixed(1), JSON.stringify(counts()), sizes.join(" "));
  };
  await timed("up", () => stack.up(program));
  await timed("preview", () => stack.preview(program));
  await timed("noop up", () => stack.up(program));
  for (const i of [1, 2, 3]) files.write(`${i}.md`, `# changed ${i}`);
  await timed("3 changed", () => stack.up(program));
  await timed("refresh", () => stack.refresh());
  await timed("destroy", () => stack.destroy());
}, 1_000_000);
