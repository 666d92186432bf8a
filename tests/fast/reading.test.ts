import { createSimulator, type FaultKind, type Simulator } from "lumenone-simulator";
import { kinds } from "../../provider/dynamic/registry";
import { handler } from "../../provider/dynamic/handler";
import { scenarioSeed, seededOrganization } from "../support/scenarios/seed";

/** The handlers as plain functions: whatever form LumenOne answers in, the same is read. */
let simulator: Simulator;

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      ...scenarioSeed,
      workspaces: [{ organization: seededOrganization, name: "Chat" }],
      tools: [
        { organization: seededOrganization, name: "hammer", config: { token: "hidden-token", url: "https://a" } },
      ],
      toolAttachments: [{ workspace: "chat", tool: "hammer" }],
      folders: [{ organization: seededOrganization, name: "handbook" }],
      voiceIntegrations: [{ workspace: "chat" }],
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
};

function configured(kind: string) {
  const provider = handler(kind);
  const config: Record<string, string> = {
    "lumenone:apiKey": simulator.apiKey,
    "lumenone:baseUrl": simulator.url,
    "lumenone:accountId": simulator.accountId,
  };
  const get = (key: string) => config[key] ?? "";
  void provider.configure({ config: { get: (key) => config[key], require: get } });
  return provider;
}

const readable = kinds.filter((kind) => ids[kind] !== undefined);

describe.each<FaultKind>(["bare", "array"])("answers that are %s", (fault) => {
  test.each(readable)("%s", async (kind) => {
    const plain = await configured(kind).read(ids[kind] ?? "", {});
    simulator.faults.add({ kind: fault, times: Infinity });
    const odd = await configured(kind).read(ids[kind] ?? "", {});
    simulator.faults.clear();
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
