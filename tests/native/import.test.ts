import * as pulumi from "@pulumi/pulumi";
import { createSimulator, type Simulator } from "lumenone-simulator";
import * as lumenone from "pulumi-lumenone/native";
import { lumenoneConfig } from "../support/lumenone-config";
import { secondAccount } from "../support/scenarios/seed";
import { testStack, type TestStack } from "../support/stack";

const token = "Bearer-4817-credential";
const filler = "a".repeat(20);
let simulator: Simulator;
let stack: TestStack;

beforeAll(async () => {
  simulator = await createSimulator({
    seed: {
      accounts: [
        { id: "11111111-1111-4111-8111-111111111111", name: "First" },
        { id: secondAccount, name: "Second" },
      ],
      organizations: [{ name: "Acme Inc." }, { name: "Other" }],
      workspaces: [
        { organization: "acme-inc", name: "Support", openAiPrompt: filler, topN: 7 },
        { organization: "other", name: "Sales" },
      ],
      tools: [{ organization: "acme-inc", name: "crm", type: "apiRequest", config: { url: "https://x", token } }],
      toolAttachments: [{ workspace: "support", tool: "crm" }],
      folders: [{ organization: "acme-inc", name: "papers" }],
      documents: [{ organization: "acme-inc", title: "one", name: "one.json", folder: "papers" }],
      embeddings: [{ workspace: "support", document: "acme-inc/papers/one.json" }],
      voiceIntegrations: [{ workspace: "support", firstMessage: "Hello" }],
      numberRequests: [{ organization: "acme-inc", country: "US", numberType: "local" }],
    },
  });
});
afterAll(() => simulator?.close());
beforeEach(async () => {
  stack = await testStack({ config: lumenoneConfig(simulator) });
  simulator.journal.clear();
});
afterEach(() => stack.dispose());

/** `pulumi import TYPE NAME ID`, without code. */
async function imported(kind: string, name: string, id: string, expectFailure = false) {
  const flags = ["--yes", "--skip-preview", "--generate-code=false", "--protect=false"];
  return await stack.run(["import", `lumenone:index:${kind}`, name, id, ...flags], { expectFailure });
}

/** What Pulumi writes the program from: nothing that LumenOne sets by itself, and nothing that may be a credential. */
const kinds: [kind: string, id: string, inputs: Record<string, unknown>][] = [
  ["Organization", "acme-inc", { name: "Acme Inc." }],
  [
    "Workspace",
    "acme-inc/support",
    { organization: "acme-inc", name: "Support", openAiPrompt: filler, topN: 7, chatMode: "chat" },
  ],
  ["OrganizationTool", "acme-inc/1", { organization: "acme-inc", name: "crm", type: "apiRequest" }],
  ["ToolAttachment", "support/1", { workspace: "support", tool: "1" }],
  ["Folder", "acme-inc/papers", { organization: "acme-inc", name: "papers" }],
  [
    "DocumentEmbedding",
    "support/acme-inc/papers/one.json",
    { workspace: "support", document: "acme-inc/papers/one.json" },
  ],
  ["Account", secondAccount, { name: "Second" }],
  ["NumberRequest", "acme-inc/1", { organization: "acme-inc", country: "US", numberType: "local" }],
  [
    "VoiceConfig",
    "support",
    {
      workspace: "support",
      firstMessage: "Hello",
      voice: { provider: "vapi", voiceId: "Elliot" },
      transcriber: { provider: "deepgram", model: "nova-3", language: "en" },
    },
  ],
];

type AnyClass = new (name: string, args: object) => object;

test.each(kinds)(
  "%s (%s) is imported by its id: short inputs, an empty preview, no write",
  async (kind, id, inputs) => {
    await imported(kind, "it", id);
    expect((await stack.export()).resources?.at(-1)?.inputs).toEqual(inputs);
    const Class = lumenone[kind as keyof typeof lumenone] as unknown as AnyClass;
    const preview = await stack.preview(() => void new Class("it", inputs));
    expect([preview.errors, preview.changed]).toEqual([[], []]);
    const refresh = await stack.refresh();
    expect([refresh.errors, refresh.changed]).toEqual([[], []]);
    expect(simulator.journal.writes()).toEqual([]);
  },
);

test("a workspace is imported by its slug alone where lists say the organization", async () => {
  await imported("Workspace", "it", "support");
  expect((await stack.export()).resources?.at(-1)).toMatchObject({
    id: "support",
    inputs: { organization: "acme-inc", name: "Support", openAiPrompt: filler, topN: 7 },
  });
});

test.each([
  ["Workspace", "other/support", /Workspace \(support\): it is not in Organization \(other\)/],
  ["Workspace", "nowhere/support", /it is not in Organization \(nowhere\)/],
  ["Workspace", "missing", /no such object/],
  ["OrganizationTool", "acme-inc", /"acme-inc" is not an import id of this kind. Give orgSlug\/toolId/],
  ["Organization", `${secondAccount}/acme-inc`, new RegExp(`in account ${secondAccount}`)],
  ["Document", "acme-inc/papers/one.json", /LumenOne does not give back the file, which `source` has to name/],
])("an import of %s by %s is refused with the reason", async (kind, id, reason) => {
  const { errors, stdout, stderr } = await imported(kind, "it", id, true);
  expect([...errors, stdout, stderr].join("\n")).toMatch(reason);
});

test("credentials of a tool stand in no input and not in clear in the state; declaring them later manages them", async () => {
  const result = await imported("OrganizationTool", "crm", "acme-inc/1");
  expect([...result.warnings, result.stdout].join("\n")).toContain("config may hold credentials");
  expect(stack.stateFile().bytes.toString()).not.toContain(token);
  const tool = (config?: Record<string, unknown>) => () => {
    new lumenone.OrganizationTool("crm", {
      organization: "acme-inc",
      name: "crm",
      type: "apiRequest",
      ...(config && { config: pulumi.secret(config) }),
    });
  };
  expect((await stack.up(tool())).changed).toEqual([]);
  expect((await stack.up(tool({ url: "https://x", token }))).changed).toEqual([]);
  // From now on it is the program's: dropping it writes the default.
  await stack.up(tool());
  expect(simulator.snapshot().tools[0]?.config).toEqual({});
});

test("the option `import` takes an object into the program, and what differs is brought to it", async () => {
  simulator.reset();
  const program = (topN: number) => () => {
    const args = { organization: "acme-inc", name: "Support", openAiPrompt: filler, chatMode: "chat", topN };
    new lumenone.Workspace("it", args, { import: "acme-inc/support" });
  };
  expect((await stack.up(program(7))).changed.map(({ op }) => op)).toEqual(["import"]);
  expect((await stack.preview(program(7))).changed).toEqual([]);
  expect(simulator.journal.writes()).toEqual([]);
  expect((await stack.up(program(9))).changed.map(({ diffs }) => diffs)).toEqual([["topN"]]);
});
