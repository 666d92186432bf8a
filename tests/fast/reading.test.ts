import { createSimulator, type FaultKind, type Simulator } from "lumenone-simulator";
import { kinds } from "../../provider/definitions/registry";
import { handler } from "../../provider/dynamic/host";
import { scenarioSeed, seededOrganization } from "../support/scenarios/seed";

/** The handlers as plain functions: in whatever form LumenOne responds, they read the same. */
let simulator: Simulator;
const firstAccount = { id: "11111111-1111-4111-8111-111111111111", name: "First" };

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      ...scenarioSeed,
      // Of several, the simulator would make a list of a list.
      accounts: [firstAccount],
      workspaces: [{ organization: seededOrganization, name: "Chat" }],
      tools: [
        { organization: seededOrganization, name: "hammer", config: { token: "hidden-token", url: "https://a" } },
      ],
      toolAttachments: [{ workspace: "chat", tool: "hammer" }],
      folders: [...(scenarioSeed.folders ?? []), { organization: seededOrganization, name: "handbook" }],
      voiceIntegrations: [{ workspace: "chat" }],
      embeddings: [{ workspace: "chat", document: `${seededOrganization}/papers/one.json` }],
      numberRequests: [{ organization: seededOrganization, country: "US", numberType: "local" }],
    },
  });
});

afterAll(async () => await simulator?.close());

const ids: Record<string, string> = {
  Organization: seededOrganization,
  Workspace: "chat",
  OrganizationTool: `${seededOrganization}/1`,
  ToolAttachment: "chat/1",
  Folder: `${seededOrganization}/handbook`,
  VoiceConfig: "chat",
  Document: `${seededOrganization}/papers/one.json`,
  DocumentEmbedding: `chat/${seededOrganization}/papers/one.json`,
  Account: firstAccount.id,
  NumberRequest: `${seededOrganization}/1`,
};

let processes = 0;

/** The handler of a kind that remembers nothing of what another one has read: settings that differ have their own memory. */
function configured(kind: string) {
  const provider = handler(kind);
  const config: Record<string, string> = {
    "lumenone:apiKey": simulator.apiKey,
    "lumenone:baseUrl": simulator.url,
    "lumenone:accountId": simulator.accountId,
    "lumenone:maxConcurrency": String(100 + processes++),
  };
  const get = (key: string) => config[key] ?? "";
  void provider.configure({ config: { get: (key) => config[key], require: get } });
  return provider;
}

test("every kind has its row", () => {
  expect(Object.keys(ids).sort()).toEqual([...kinds].sort());
});

describe.each<FaultKind>(["bare", "array"])("responses that are %s", (fault) => {
  test.each(kinds)("%s", async (kind) => {
    const plain = await configured(kind).read(ids[kind] ?? "", {});
    expect(plain.id).toBe(ids[kind]);
    simulator.faults.add({ kind: fault, times: Infinity });
    simulator.journal.clear();
    const odd = await configured(kind).read(ids[kind] ?? "", {});
    simulator.faults.clear();
    expect(simulator.journal.map((request) => request.fault)).toContain(fault);
    expect(odd).toEqual(plain);
  });
});

test.each<FaultKind>(["maskedSecrets", "missingSecrets"])(
  "a secret that reads back as %s keeps its value",
  async (fault) => {
    const config = { token: "hidden-token", url: "https://a" };
    const state = { organization: seededOrganization, name: "hammer", type: "function", config, origin: simulator.url };
    simulator.faults.add({ kind: fault, times: Infinity });
    const found = await configured("OrganizationTool").read(ids["OrganizationTool"] ?? "", state);
    simulator.faults.clear();
    expect(found.inputs).toMatchObject({ config });
  },
);
