import { createSimulator, type Fault, type Simulator } from "lumenone-simulator";
import { hostSteps } from "../../support/faults/host-steps";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({ seed: { organizations: [{ name: "Home" }] } });
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

const config = {
  token: "tok-1234567890abcdef",
  url: "https://crm.example.com/v1",
  headers: [{ auth: "hush-hush-hush" }],
};
const inputs = { organization: "home", name: "crm", type: "function", config };
const stored = () => simulator.snapshot().tools.map((tool) => tool.config);
const mask = (fault: Partial<Fault> = {}) => simulator.faults.add({ kind: "maskedSecrets", times: Infinity, ...fault });

describe.each<[name: string, fault: Partial<Fault>]>([
  ["stars", {}],
  ["empty texts", { mask: "" }],
  ["null", { mask: null }],
  ["a word", { mask: "[REDACTED]" }],
  ["true", { mask: true }],
  ["empty objects", { mask: {} }],
  ["a whole of stars", { mask: "***", whole: true }],
  ["a whole of null", { mask: null, whole: true }],
  ["a whole that is empty", { mask: {}, whole: true }],
  ["no config at all", { kind: "missingSecrets" }],
])("secrets that are returned as %s", (_name, fault) => {
  test("are neither drift nor a warning, in every step, and nothing of it is written", async () => {
    mask(fault);
    const { context, ...steps } = hostSteps(simulator);
    const made = await steps.up("OrganizationTool", undefined, inputs);
    expect(made.outputs["config"]).toEqual(config);
    const refreshed = await steps.read("OrganizationTool", made);
    expect(refreshed?.outputs).toEqual(made.outputs);
    expect(await steps.diff("OrganizationTool", refreshed!, inputs)).toMatchObject({ changed: [], incomplete: [] });

    const news = { ...inputs, config: { ...config, url: "https://crm.example.com/v2" } };
    simulator.journal.clear();
    const updated = await steps.up("OrganizationTool", refreshed, news);
    expect(updated.outputs["config"]).toEqual(news.config);
    // The whole of what the program declares, and nothing that stood for it.
    expect(stored()).toEqual([news.config]);
    expect(simulator.journal.writes()).toHaveLength(1);
    expect((await steps.read("OrganizationTool", updated))?.outputs).toEqual(updated.outputs);

    // Another field changes: no secret is sent along.
    const enabled = await steps.up("OrganizationTool", updated, { ...news, enabled: false });
    expect(enabled.outputs["config"]).toEqual(news.config);
    expect(simulator.journal.writes().at(-1)?.body).toEqual({ enabled: false });
    expect(stored()).toEqual([news.config]);
    expect(context.warnings).toEqual([]);
  });

  test("are brought to the declared state when the tool is taken over", async () => {
    simulator.person.add("tools", { organization: "home", name: "crm", type: "function", config: { token: "older" } });
    mask(fault);
    const { context, ...steps } = hostSteps(simulator, { "lumenone:adopt": "true" });
    const adopted = await steps.up("OrganizationTool", undefined, inputs);
    expect(adopted.outputs["config"]).toEqual(config);
    expect(stored()).toEqual([config]);
    expect(context.warnings).toEqual([]);
  });
});

test("a readable key beside a mask is a change, and the next up writes the program's whole config", async () => {
  const { context, ...steps } = hostSteps(simulator);
  const made = await steps.up("OrganizationTool", undefined, inputs);
  const shown = { token: "********", url: "https://elsewhere.example.com", headers: [{ auth: "" }] };
  simulator.person.change("tools", 1, { config: shown });
  const drifted = await steps.read("OrganizationTool", made);
  expect(drifted?.outputs["config"]).toEqual({ ...config, url: shown.url });
  expect(await steps.diff("OrganizationTool", drifted!, inputs)).toMatchObject({ changed: ["config"] });
  const repaired = await steps.up("OrganizationTool", drifted, inputs);
  expect(stored()).toEqual([config]);
  expect((await steps.read("OrganizationTool", repaired))?.outputs).toEqual(made.outputs);
  expect(context.warnings).toEqual([]);
});

test("a lookup holds only what can be read, and says what is left out", async () => {
  await hostSteps(simulator).up("OrganizationTool", undefined, inputs);
  simulator.person.change("tools", 1, { config: { ...config, token: "********" } });
  const { context, ...steps } = hostSteps(simulator);
  const looked = await steps.read("OrganizationTool", { id: "home/1", outputs: {} });
  expect(looked?.outputs["config"]).toEqual({ url: config.url, headers: config.headers });
  expect(context.warnings).toEqual([
    "OrganizationTool (home/1): LumenOne shows a mask for config.token, which is left out. Take the value from the " +
      "stack's configuration instead.",
  ]);
});
