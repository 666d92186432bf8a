import * as pulumi from "@pulumi/pulumi";

/** `examples/tenant` with resources of the engine itself: as many, with the same inputs, which depend on each other alike. */
const stash = (name: string, input: unknown) => new pulumi.Stash(name, { input });

const acme = stash("acme", { name: "Acme Inc." });
const support = stash("support", {
  organization: acme.id,
  name: "Customer support",
  openAiPrompt: "You help the customers of Acme. Be brief and friendly.",
  openAiTemp: 0.4,
  similarityThreshold: 0.35,
  topN: 6,
});
const reception = stash("reception", {
  organization: acme.id,
  name: "Phone reception",
  chatMode: "chat",
  openAiPrompt: "You answer the phone of Acme.",
});
const crm = stash("crm", {
  organization: acme.id,
  type: "apiRequest",
  description: "Looks up a customer by name or number",
  config: { url: "https://crm.example.com/customers", token: pulumi.secret("example-token") },
});
stash("support-crm", { workspace: support.id, tool: crm.id });
const manuals = stash("manuals", { organization: acme.id, name: "manuals" });
const hours = stash("opening-hours", {
  organization: acme.id,
  folder: manuals.id,
  source: "Acme is open from Monday to Friday, nine to five.",
  title: "Opening hours",
});
stash("support-opening-hours", { workspace: support.id, document: hours.id });
const assistant = stash("assistant", {
  workspace: reception.id,
  firstMessage: "Acme, good day! How can I help?",
  prompt: "Take the caller's name and what it is about.",
  voice: { provider: "vapi", voiceId: "Elliot" },
  transcriber: { provider: "deepgram", model: "nova-2", language: "en" },
});
const globex = stash("globex", { name: "globex" });
const helpdesk = stash("helpdesk", { organization: globex.id, name: "helpdesk" });

export const organizations = [acme.id, globex.id];
export const workspaces = { support: support.id, reception: reception.id, helpdesk: helpdesk.id };
export const crmTool = crm.id;
export const voiceIntegration = assistant.id;
