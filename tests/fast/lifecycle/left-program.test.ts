import { createSimulator, type Simulator } from "lumenone-simulator";
import { type Values } from "../../../provider/lifecycle/state/values";
import { hostSteps } from "../../support/faults/host-steps";

/** What is written for fields that leave the program, and for fields that LumenOne has no word for. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Home" }] } });
});
afterAll(() => simulator?.close());
beforeEach(() => simulator.reset());

const workspace: Values = { organization: "home", name: "Desk" };
const bodies = () => simulator.journal.writes().map(({ body }) => body);

/** Makes one with these fields, and updates it to one without them. */
async function without(kind: string, base: Values, fields: Values) {
  const made = await hostSteps(simulator).create(kind, { ...base, ...fields });
  simulator.journal.clear();
  const host = hostSteps(simulator);
  const updated = await host.update(kind, made, base);
  return { host, updated };
}

test.each<[what: string, fields: Values, sent: Values]>([
  ["its default", { topN: 9, vectorSearchMode: "rerank" }, { topN: 4, vectorSearchMode: "default" }],
  ["null, where it can be null", { openAiPrompt: "Hello" }, { openAiPrompt: null }],
  ["null, where that gives it the server's default", { chatMode: "query" }, { chatMode: null }],
])("a field that leaves the program is set to %s", async (_, fields, sent) => {
  const { host, updated } = await without("Workspace", workspace, fields);
  expect(bodies()).toEqual([sent]);
  expect(host.context.warnings).toEqual([]);
  expect(await hostSteps(simulator).diff("Workspace", updated, workspace)).toMatchObject({ changed: [] });
});

test("a field that LumenOne cannot unset keeps its value, with a warning and without a request", async () => {
  await hostSteps(simulator).create("Workspace", workspace);
  simulator.person.add("numbers", { organization: "home", country: "US", numberType: "local" });
  const { host, updated } = await without("VoiceConfig", { workspace: "desk" }, { numberId: 1 });
  expect(bodies()).toEqual([]);
  expect(host.context.warnings).toEqual([
    "VoiceConfig (desk): numberId left the program, but LumenOne has no way to unset it. " +
      "It keeps its value, and is no longer managed from here.",
  ]);
  expect(updated.outputs).not.toHaveProperty("numberId");
  expect(simulator.snapshot().voiceIntegrations).toMatchObject([{ numberId: 1 }]);
});

test("a changed `adopt` of an existing object is not a change", async () => {
  const made = await hostSteps(simulator).create("Workspace", { ...workspace, adopt: true });
  expect(await hostSteps(simulator).diff("Workspace", made, { ...workspace, adopt: false })).toMatchObject({
    changed: [],
  });
});

test("an update skips an unwritten field that this release does not know", async () => {
  const made = await hostSteps(simulator).create("Workspace", workspace);
  const state = { ...made, outputs: { ...made.outputs, incomplete: ["madeUp", "topN"] } };
  simulator.journal.clear();
  const updated = await hostSteps(simulator).update("Workspace", state, { ...workspace, topN: 5 });
  expect(bodies()).toEqual([{ topN: 5 }]);
  expect(updated.outputs).not.toHaveProperty("incomplete");
});
