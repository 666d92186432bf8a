import * as path from "node:path";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone";
import { lumenoneConfig } from "../support/lumenone-config";
import { sampleFiles } from "../support/sample-files";
import { type Program, type RunResult, testStack, type TestStack } from "../support/stack";

/** A knowledge base of 500 files on the real engine. The simulator's journal shows what it costs. */
const count = 500;
/** So many of them are embedded, in each workspace: an engine takes half a minute for a thousand resources. */
const embedded = 150;
const workspaceNames = ["support", "sales"];
/** So many steps the engine takes at once. */
const parallel = 8;

const files = sampleFiles();
const names = Array.from({ length: count }, (_, index) => `${index}.md`);
let simulator: Simulator;
let stack: TestStack;

const program: Program = () => {
  const workspaces = workspaceNames.map((name) => new lumenone.Workspace(name, { organization: "acme" }));
  for (const [index, name] of names.entries()) {
    const document = new lumenone.Document(name, { organization: "acme", source: path.join(files.folder, name) });
    if (index >= embedded) continue;
    for (const [at, workspace] of workspaces.entries()) {
      new lumenone.DocumentEmbedding(`${workspaceNames[at]}-${name}`, { workspace, document });
    }
  }
  return Promise.resolve({});
};

/** A run, and what it asked of LumenOne. */
async function measured(run: () => Promise<RunResult>) {
  simulator.journal.clear();
  const result = await run();
  const calls = (operationId: string, slug?: string) =>
    simulator.journal.filter(
      (entry) => entry.operationId === operationId && (!slug || entry.parameters["slug"] === slug),
    );
  return { result, calls, requests: simulator.journal.count() };
}

const quick = { parallel, skipCheckpoints: true, timeoutSeconds: 300 };
const sizes = (calls: { body?: unknown }[], what: "adds" | "deletes") =>
  calls.map(({ body }) => (body as Record<typeof what, string[]>)[what].length);
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

beforeAll(async () => {
  for (const name of names) files.write(name, `# Document ${name}`);
  simulator = await createSimulator({ seed: { organizations: [{ name: "Acme" }] } });
  stack = await testStack({ config: lumenoneConfig(simulator) });
});

afterAll(async () => {
  await simulator?.close();
  stack?.dispose();
});

test("the first up uploads each file once, and embeds what is ready together with one call", async () => {
  const { calls } = await measured(() => stack.up(program, quick));
  expect(calls("uploadDocument")).toHaveLength(count);
  expect(simulator.snapshot().documents).toHaveLength(count);
  const updates = calls("updateWorkspaceEmbeddings");
  const adds = workspaceNames.length * embedded;
  expect(sum(sizes(updates, "adds"))).toBe(adds);
  process.stdout.write(`\n${adds} adds in ${updates.length} calls: ${sizes(updates, "adds").join(" ")}\n`);
  // One call for as many as the engine makes at once, and one more for each workspace. A machine under load tears some
  // batches in two, which is what the half is for; without any order they are twice as many.
  expect(updates.length).toBeLessThanOrEqual(Math.ceil((1.5 * adds) / parallel) + workspaceNames.length);
  expect(simulator.snapshot().embeddings).toHaveLength(workspaceNames.length * embedded);
  // Nothing is asked once for each document.
  expect(calls("listDocuments").length + calls("getWorkspace").length).toBeLessThanOrEqual(1 + workspaceNames.length);
}, 300_000);

test("a preview with nothing changed sends no request", async () => {
  const { result, requests } = await measured(() => stack.preview(program, quick));
  expect([result.changed, requests]).toEqual([[], 0]);
}, 300_000);

test("an up with nothing changed sends no request", async () => {
  const { result, requests } = await measured(() => stack.up(program, quick));
  expect([result.changed, requests]).toEqual([[], 0]);
}, 300_000);

test("three changed files are three uploads, and each workspace embeds the new ones before the old ones go", async () => {
  for (const name of names.slice(0, 3)) files.write(name, `# Another document ${name}`);
  const { calls } = await measured(() => stack.up(program, quick));
  expect(calls("uploadDocument")).toHaveLength(3);
  for (const workspace of workspaceNames) {
    const updates = calls("updateWorkspaceEmbeddings", workspace);
    const [adds, deletes] = [sizes(updates, "adds"), sizes(updates, "deletes")];
    expect([sum(adds), sum(deletes)]).toEqual([3, 3]);
    expect(adds.findLastIndex((size) => size > 0)).toBeLessThan(deletes.findIndex((size) => size > 0));
    // Two, but for a machine under load, where more than 100 ms can be between two uploads.
    expect(updates.length).toBeLessThanOrEqual(4);
  }
  expect(calls("deleteDocuments")).toHaveLength(1);
  expect(simulator.snapshot().documents).toHaveLength(count);
  expect(simulator.snapshot().embeddings).toHaveLength(workspaceNames.length * embedded);
}, 300_000);

test("a destroy removes 300 embeddings with at most 70 calls", async () => {
  const { calls } = await measured(() => stack.destroy(quick));
  const updates = calls("updateWorkspaceEmbeddings");
  const deletes = workspaceNames.length * embedded;
  process.stdout.write(`\n${deletes} deletes in ${updates.length} calls: ${sizes(updates, "deletes").join(" ")}\n`);
  expect(sum(sizes(updates, "deletes"))).toBe(deletes);
  // Pulumi deletes those of both workspaces by turns: without any order they are 75.
  expect(updates.length).toBeLessThanOrEqual(70);
  expect(simulator.snapshot()).toMatchObject({ documents: [], embeddings: [] });
}, 300_000);
