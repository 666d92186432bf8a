import { createSimulator, type Simulator } from "lumenone-simulator";
import { definitionOf } from "../../../provider/definitions/registry";
import { importObject } from "../../../provider/lifecycle/steps/import";
import { hostSteps } from "../../support/faults/host-steps";

/** What `pulumi import` is given: Pulumi writes the program from the inputs, and compares it with the outputs. */
let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Acme" }],
      workspaces: [
        { organization: "acme", name: "Support", topN: 7 },
        { organization: "acme", name: "Sales" },
      ],
      voiceIntegrations: [{ workspace: "support", firstMessage: "Hello" }],
      tools: [
        { organization: "acme", name: "crm", type: "function", config: { token: "hush-hush" } },
        { organization: "acme", name: "plain", type: "function" },
      ],
    },
  });
});
afterAll(() => simulator.close());

const imported = (kind: string, id: string, host = hostSteps(simulator)) =>
  importObject(definitionOf(kind), host.context, id);

test("a field with its default, and one that LumenOne gives empty, stand neither in inputs nor in outputs", async () => {
  const { inputs, outputs } = await imported("Workspace", "acme/support");
  const known = await hostSteps(simulator).read("Workspace", { id: "support", outputs: {} });
  const left = Object.keys(known!.outputs).filter((name) => !(name in outputs));
  expect(inputs).toEqual({ organization: "acme", name: "Support", topN: 7, chatMode: inputs["chatMode"] });
  expect(left).toEqual(expect.arrayContaining(["similarityThreshold"]));
});

test("settings that LumenOne has no value for stand neither in inputs nor in outputs", async () => {
  simulator.person.change("voiceIntegrations", 1, { transcriber: {} });
  const { inputs, outputs } = await imported("VoiceConfig", "support");
  expect(Object.keys(inputs).sort()).toEqual(["firstMessage", "voice", "workspace"]);
  for (const name of ["prompt", "numberId", "transcriber"]) expect([name, outputs[name]]).toEqual([name, undefined]);
});

test("a tool without credentials is managed as a whole, without a warning", async () => {
  const host = hostSteps(simulator);
  const { inputs, outputs } = await imported("OrganizationTool", "acme/2", host);
  expect(inputs).toEqual({ organization: "acme", name: "plain", type: "function" });
  expect([outputs["unmanaged"], outputs["config"]]).toEqual([undefined, undefined]);
  expect(host.context.warnings).toEqual([]);
});

test("an object of the configured account does not name it", async () => {
  expect((await imported("Organization", "acme")).inputs).toEqual({ name: "Acme" });
});

test("an object whose account is not the configured one names it", async () => {
  const other = "99999999-9999-4999-8999-999999999999";
  const host = hostSteps(simulator, { "lumenone:accountId": other });
  const { inputs } = await imported("Organization", `${simulator.accountId}/acme`, host);
  expect(inputs).toEqual({ name: "Acme", accountId: simulator.accountId });
});

test("a config that may hold credentials is left out of the program, unmanaged, and named in a warning", async () => {
  const host = hostSteps(simulator);
  const { inputs, outputs } = await imported("OrganizationTool", "acme/1", host);
  expect(inputs).toEqual({ organization: "acme", name: "crm", type: "function" });
  expect(outputs).toMatchObject({ unmanaged: ["config"], config: { token: "hush-hush" } });
  expect(host.context.warnings).toEqual([
    expect.stringContaining("OrganizationTool (acme/1): config may hold credentials"),
  ]);
});

test.each([
  ["Workspace", "other/support", "it is not in Organization (other). Give the one that it is in."],
  ["Document", "acme/papers/one.json", "LumenOne does not give back the file, which `source` has to name."],
])("an import of %s by %s is refused with its reason", async (kind, id, reason) => {
  await expect(imported(kind, id)).rejects.toThrow(reason);
});

test("an import whose id names the organization searches no other organization", async () => {
  simulator.journal.clear();
  await imported("Workspace", "acme/support");
  expect(simulator.journal.map(({ operationId }) => operationId)).toEqual([
    "getWorkspace",
    "listOrganizationWorkspaces",
  ]);
});
