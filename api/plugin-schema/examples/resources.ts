import { definitionOf } from "../../../provider/definitions/registry";
import { ConfigSecret, type ExampleResource, type ExampleResources, File, Reference } from "./program";

const acme: ExampleResource = { variable: "acme", kind: "Organization", name: "acme", args: { name: "Acme Inc." } };
const support: ExampleResource = {
  variable: "support",
  kind: "Workspace",
  name: "support",
  args: { organization: new Reference("acme", "slug"), openAiPrompt: "You help the customers of Acme.", topN: 6 },
};
const crm: ExampleResource = {
  variable: "crm",
  kind: "OrganizationTool",
  name: "crm",
  args: {
    organization: new Reference("acme", "slug"),
    type: "apiRequest",
    config: { url: "https://crm.example.com", token: new ConfigSecret("crmToken") },
  },
};
const handbook: ExampleResource = {
  variable: "handbook",
  kind: "Document",
  name: "handbook",
  args: { organization: new Reference("acme", "slug"), source: new File("docs/handbook.pdf"), title: "Handbook" },
};
const workspace = new Reference("support", "slug");

/** The program of each kind; the last resource is of that kind. */
const programs: Readonly<Record<string, ExampleResources>> = {
  Account: [{ variable: "customer", kind: "Account", name: "customer", args: { name: "Acme Inc." } }],
  Organization: [acme],
  Workspace: [acme, support],
  OrganizationTool: [acme, crm],
  ToolAttachment: [
    acme,
    support,
    crm,
    {
      variable: "supportCrm",
      kind: "ToolAttachment",
      name: "support-crm",
      args: { workspace, tool: new Reference("crm", "toolId") },
    },
  ],
  Folder: [
    acme,
    { variable: "papers", kind: "Folder", name: "papers", args: { organization: new Reference("acme", "slug") } },
  ],
  Document: [acme, handbook],
  DocumentEmbedding: [
    acme,
    support,
    handbook,
    {
      variable: "supportHandbook",
      kind: "DocumentEmbedding",
      name: "support-handbook",
      args: { workspace, document: new Reference("handbook", "docpath") },
    },
  ],
  NumberRequest: [
    acme,
    {
      variable: "line",
      kind: "NumberRequest",
      name: "line",
      args: { organization: new Reference("acme", "slug"), country: "US", numberType: "local" },
    },
  ],
  VoiceConfig: [
    acme,
    support,
    {
      variable: "assistant",
      kind: "VoiceConfig",
      name: "assistant",
      args: { workspace, firstMessage: "Hello, this is Acme.", voice: { provider: "vapi", voiceId: "Elliot" } },
    },
  ],
};

/** The example program of a kind. */
export function resourceExample(kind: string): ExampleResources {
  const program = programs[kind];
  if (!program) throw new Error(`${kind} has no example: add one to ${__filename}`);
  for (const { kind: each, args } of program) {
    const wrong = Object.keys(args).find((name) => !(name in definitionOf(each).fields));
    if (wrong !== undefined) throw new Error(`The example of ${kind} gives ${each} the unknown field ${wrong}`);
  }
  return program;
}
