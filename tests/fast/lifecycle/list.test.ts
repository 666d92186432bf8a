import { createSimulator, type Simulator } from "lumenone-simulator";
import { definitionOf } from "../../../provider/definitions/registry";
import { type Values } from "../../../provider/lifecycle/state/values";
import { type Importable, listObjects } from "../../../provider/lifecycle/steps/list";
import { hostSteps } from "../../support/faults/host-steps";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      organizations: [{ name: "Home" }, { name: "Away" }],
      workspaces: [
        { organization: "home", name: "Desk" },
        { organization: "home", name: "Phone" },
        { organization: "away", name: "Shop" },
      ],
      voiceIntegrations: [{ workspace: "phone" }],
    },
  });
});
afterAll(() => simulator.close());

async function listed(kind: string, query?: Values): Promise<Importable[]> {
  const found: Importable[] = [];
  for await (const one of listObjects(definitionOf(kind), hostSteps(simulator).context, query)) found.push(one);
  return found;
}

test("a list of workspaces has those of every organization, with their import ids", async () => {
  expect(await listed("Workspace")).toEqual([
    { id: "home/desk", name: "Desk" },
    { id: "home/phone", name: "Phone" },
    { id: "away/shop", name: "Shop" },
  ]);
});

test("a list of the workspaces of one organization has no others", async () => {
  expect(await listed("Workspace", { organization: "away" })).toEqual([{ id: "away/shop", name: "Shop" }]);
});

test("a list of voice assistants, which LumenOne never lists, has those that exist", async () => {
  expect(await listed("VoiceConfig")).toEqual([{ id: "phone", name: "phone" }]);
});
