import type { Seed } from "./seed";

/** A customer that has something of everything, for trying things out: `--seed demo`. */
export const demoSeed: Seed = {
  organizations: [{ name: "Acme" }],
  workspaces: [
    { organization: "acme", name: "Support", openAiPrompt: "You help Acme's customers.", topN: 6 },
    { organization: "acme", name: "Sales" },
  ],
  tools: [
    { organization: "acme", name: "order-status", type: "apiRequest", config: { url: "https://api.example.com" } },
  ],
  toolAttachments: [{ workspace: "support", tool: "order-status" }],
  folders: [{ organization: "acme", name: "handbook" }],
  documents: [
    { organization: "acme", folder: "handbook", title: "opening-hours.txt", pageContent: "Open from nine to five." },
  ],
  numbers: [
    { organization: "acme", number: "+15550001111" },
    { organization: "acme", number: "+15550002222" },
  ],
  voiceIntegrations: [{ workspace: "support", firstMessage: "Hello, this is Acme.", numberId: 1 }],
  callLogs: [{ workspace: "support" }],
};
