import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";

/** Slug of an organization that is there before: the one with the phone number. */
const seeded = "seeded";
const secondAccount = "22222222-2222-4222-8222-222222222222";

/** Every kind with every field that it has, and with the least: what a state can hold. `npm run record-state` copies it. */
export function program(): void {
  new lumenone.Account("customer", { name: "A customer" });

  const bare = new lumenone.Organization("bare");
  new lumenone.Organization("full", {
    name: "Full & Söhne",
    forceDestroy: true,
    deletionProtection: false,
    adopt: false,
  });

  const bareWorkspace = new lumenone.Workspace("bare", { organization: bare });
  const fullWorkspace = new lumenone.Workspace("full", {
    organization: seeded,
    name: "Support",
    openAiTemp: 0.3,
    openAiHistory: 12,
    openAiPrompt: "You help the customers of Acme.",
    similarityThreshold: 0.4,
    topN: 6,
    chatMode: "query",
    chatProvider: "openai",
    chatModel: "gpt-4o",
    agentProvider: null,
    agentModel: null,
    queryRefusalResponse: "I do not know.",
    vectorSearchMode: "rerank",
    adopt: false,
  });

  const bareTool = new lumenone.OrganizationTool("bare", { organization: bare, type: "function" });
  const fullTool = new lumenone.OrganizationTool("full", {
    organization: seeded,
    name: "crm",
    type: "apiRequest",
    description: "Looks customers up",
    config: { url: "https://crm.example.com", headers: { token: "a-secret-of-nobody" } },
    enabled: false,
    adopt: false,
  });
  new lumenone.ToolAttachment("bare", { workspace: bareWorkspace, tool: bareTool });
  new lumenone.ToolAttachment("full", { workspace: fullWorkspace, tool: fullTool.toolId });

  new lumenone.Folder("bare", { organization: bare });
  const folder = new lumenone.Folder("full", {
    organization: seeded,
    name: "Contracts 2026",
    forceDestroy: true,
    adopt: false,
  });

  const text = new pulumi.asset.StringAsset("The doors open at nine.");
  const bareDocument = new lumenone.Document("bare", { organization: bare, source: text });
  const fullDocument = new lumenone.Document("full", {
    organization: seeded,
    folder,
    source: text,
    title: "Opening hours",
    docAuthor: "Acme",
    description: "When we are there",
    docSource: "https://acme.example.com/hours",
  });
  new lumenone.DocumentEmbedding("bare", { workspace: bareWorkspace, document: bareDocument });
  new lumenone.DocumentEmbedding("full", { workspace: fullWorkspace, document: fullDocument });

  new lumenone.VoiceConfig("bare", { workspace: bareWorkspace });
  new lumenone.VoiceConfig("full", {
    workspace: fullWorkspace,
    firstMessage: "Acme, good day!",
    prompt: "Be brief.",
    voice: { provider: "vapi", voiceId: "Elliot" },
    transcriber: { provider: "deepgram", model: "nova-2", language: "en" },
    fallbackVoices: [{ provider: "11labs", voiceId: "any", model: "eleven_turbo_v2_5" }],
    fallbackTranscribers: [{ provider: "deepgram", model: "nova-3", language: "en" }],
    numberId: 1,
  });

  new lumenone.NumberRequest("bare", { organization: bare, country: "US", numberType: "local" });

  const provider = new lumenone.Provider("second", { accountId: secondAccount, maxConcurrency: 4 });
  const elsewhere = new lumenone.Organization("elsewhere", {}, { provider });
  new lumenone.Folder("elsewhere", { organization: elsewhere }, { provider });
}
