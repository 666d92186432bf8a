import { createSimulator, type Simulator } from "lumenone-simulator";
import * as fs from "node:fs";
import * as path from "node:path";
import { journalIn, journalVariable } from "../../../provider/lifecycle/once/file-journal";
import { type JournalLine } from "../../../provider/lifecycle/once/create-journal";
import { hostSteps, type HostSteps } from "../../support/faults/host-steps";
import { sampleFiles } from "../../support/sample-files";

/** A run that was killed left its journal, and no state: the next one takes over what it made, and nothing else. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Home" }] } });
});
afterAll(() => simulator?.close());
beforeEach(() => {
  simulator.reset();
  fs.writeFileSync(journal, "");
});

const { folder } = sampleFiles();
const journal = path.join(folder, "creates.jsonl");
const desk = { organization: "home", name: "Desk" };
const slugs = () => simulator.snapshot().workspaces.map(({ slug }) => slug);
const lines = () => fs.readFileSync(journal, "utf8").split("\n");
const write = (line: JournalLine) => fs.appendFileSync(journal, `${JSON.stringify(line)}\n`);
const madeByAnother = (fields: Partial<{ createdAt: string }> = {}) =>
  simulator.person.add("workspaces", { ...desk, ...fields }).slug;

/** A process with the journal as it is now. */
function run(): HostSteps {
  const host = hostSteps(simulator, { "lumenone:maxRetries": "0" });
  Object.assign(host.context, { journal: journalIn({ [journalVariable]: journal }) });
  return host;
}

/** Makes the workspace, and is killed before that stands in a state. */
const killed = () => run().create("Workspace", desk);

test("an object that the killed run created is taken over, and its creation was noted before it was sent", async () => {
  const other = madeByAnother();
  const { id } = await killed();
  expect(lines()).toEqual([expect.stringContaining(`"before":["${other}"]`), ""]);
  expect(await run().create("Workspace", desk)).toMatchObject({ id });
  expect(slugs()).toEqual([other, id]);
});

test("an object that the killed run noted and did not create is created", async () => {
  const other = madeByAnother();
  simulator.faults.add({ operationId: "createWorkspace", kind: "resetBefore" });
  await expect(killed()).rejects.toThrow();
  const { id } = await run().create("Workspace", desk);
  expect(slugs()).toEqual([other, id]);
});

test("an object of another declaration of the killed run is left alone", async () => {
  await killed();
  const { id } = await run().create("Workspace", { ...desk, name: "Door" });
  expect(slugs()).toEqual(["desk", id]);
});

test("without a journal nothing is taken over", async () => {
  await killed();
  expect(journalIn({})).toBeUndefined();
  expect(journalIn({ [journalVariable]: "" })).toBeUndefined();
  await hostSteps(simulator).create("Workspace", desk);
  expect(slugs()).toHaveLength(2);
});

test("a second killed run does not hide what was there before the first", async () => {
  const other = madeByAnother();
  simulator.faults.add({ operationId: "createWorkspace", kind: "resetBefore" });
  await expect(killed()).rejects.toThrow();
  const { id } = await killed();
  expect(await run().create("Workspace", desk)).toMatchObject({ id });
  expect(slugs()).toEqual([other, id]);
});

describe("where two could be its own", () => {
  let ours: string;
  let other: string;
  beforeEach(async () => {
    ours = (await killed()).id;
    other = madeByAnother();
  });

  test("the error asks a person, with both ids, and nothing is created", async () => {
    await expect(run().create("Workspace", desk)).rejects.toThrow(
      `these look like it: Workspace:${ours}, Workspace:${other}.`,
    );
    expect(slugs()).toEqual([ours, other]);
  });

  test("an object that the state has is left out", async () => {
    write({ known: [`Workspace ${other}`, `Organization ${ours}`], began: 0 });
    expect(await run().create("Workspace", desk)).toMatchObject({ id: ours });
    expect(slugs()).toEqual([ours, other]);
  });

  test.each([
    ["which is ours", () => [`Workspace:${other}`], () => []],
    ["which is not", () => [], () => [`Workspace:${ours}`]],
  ])("a person says %s", async (_, ofUs, ofOthers) => {
    write({ ours: ofUs(), notOurs: ofOthers() });
    expect(await run().create("Workspace", desk)).toMatchObject({ id: other });
    expect(slugs()).toEqual([ours, other]);
  });

  test("a person's decision about another kind with the same id does not count", async () => {
    write({ ours: [], notOurs: [`Organization:${ours}`] });
    await expect(run().create("Workspace", desk)).rejects.toThrow("these look like it");
  });
});

test("a journal whose last line was cut off by the kill is read up to it", async () => {
  const { id } = await killed();
  fs.appendFileSync(journal, '{"turn":"0123');
  expect(await run().create("Workspace", desk)).toMatchObject({ id });
});

test("a tool that the killed run made is brought to what the program declares: of its config nothing shows whether it is there", async () => {
  const tool = { organization: "home", name: "crm", type: "http", config: { token: "hush-hush" } };
  const { id } = await run().create("OrganizationTool", tool);
  simulator.person.change("tools", 1, { config: {} });
  simulator.faults.add({ operationId: "listOrganizationTools", kind: "missingSecrets", times: Infinity });
  simulator.journal.clear();
  expect(await run().create("OrganizationTool", tool)).toMatchObject({ id });
  expect(simulator.journal.writes().map(({ operationId }) => operationId)).toEqual(["updateOrganizationTool"]);
  expect(simulator.snapshot().tools).toMatchObject([{ config: tool.config }]);
});
