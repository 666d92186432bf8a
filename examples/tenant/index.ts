import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";

const config = new pulumi.Config();

// A customer with two workspaces: one answers chats, one answers the phone.
const acme = new lumenone.Organization("acme", { name: "Acme Inc." });

const support = new lumenone.Workspace("support", {
  organization: acme,
  name: "Customer support",
  openAiPrompt: config.get("supportPrompt") ?? "You help the customers of Acme. Be brief and friendly.",
  openAiTemp: 0.4,
  similarityThreshold: 0.35,
  topN: 6,
});

const reception = new lumenone.Workspace("reception", {
  organization: acme,
  name: "Phone reception",
  chatMode: "chat",
  openAiPrompt: "You answer the phone of Acme.",
});

const crm = new lumenone.OrganizationTool("crm", {
  organization: acme,
  type: "apiRequest",
  description: "Looks up a customer by name or number",
  config: { url: "https://crm.example.com/customers", token: config.getSecret("crmToken") ?? "example-token" },
});
new lumenone.ToolAttachment("support-crm", { workspace: support, tool: crm });

const manuals = new lumenone.Folder("manuals", { organization: acme });
const hours = new lumenone.Document("opening-hours", {
  organization: acme,
  folder: manuals,
  source: new pulumi.asset.StringAsset("Acme is open from Monday to Friday, nine to five."),
  title: "Opening hours",
});
new lumenone.DocumentEmbedding("support-opening-hours", { workspace: support, document: hours });

const assistant = new lumenone.VoiceConfig("reception", {
  workspace: reception,
  firstMessage: "Acme, good day! How can I help?",
  prompt: "Take the caller's name and what it is about.",
  voice: { provider: "vapi", voiceId: "Elliot" },
  transcriber: { provider: "deepgram", model: "nova-2", language: "en" },
});

// A second customer, as small as it gets.
const globex = new lumenone.Organization("globex");
const helpdesk = new lumenone.Workspace("helpdesk", { organization: globex });

export const organizations = [acme.slug, globex.slug];
export const workspaces = { support: support.slug, reception: reception.slug, helpdesk: helpdesk.slug };
export const crmTool = crm.toolId;
export const voiceIntegration = assistant.voiceIntegrationId;
