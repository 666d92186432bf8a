import type { Entities, Kind, State } from "../entities";

type Fields<K extends Kind> = Partial<Entities[K]>;

interface InOrganization {
  /** Original slug of its organization. Default: the first organization. */
  organization?: string;
}

interface InWorkspace {
  /** Original slug of its workspace. Default: the first workspace. */
  workspace?: string;
}

/** An entity of each kind in a seed. Every field can be omitted; parents are named by their original slugs. */
export interface SeedEntities {
  apiKeys: string | (Fields<"apiKeys"> & { key: string });
  accounts: Fields<"accounts">;
  organizations: Fields<"organizations">;
  workspaces: Fields<"workspaces"> & InOrganization;
  tools: Fields<"tools"> & InOrganization;
  toolAttachments: Fields<"toolAttachments"> & InWorkspace & { /** Name of the tool. */ tool?: string };
  folders: Fields<"folders"> & InOrganization;
  documents: Fields<"documents"> & InOrganization;
  embeddings: Fields<"embeddings"> & InWorkspace & { /** Its docpath. */ document?: string };
  numbers: Fields<"numbers"> & InOrganization;
  numberRequests: Fields<"numberRequests"> & InOrganization;
  voiceIntegrations: Fields<"voiceIntegrations"> & InWorkspace;
  callLogs: Fields<"callLogs"> & InWorkspace;
  whatsAppConnections: Fields<"whatsAppConnections"> & InWorkspace;
}

/**
 * What a simulator has at the start: plain JSON.
 *
 * @example
 * ```json
 * {
 *   "organizations": [{ "name": "Acme" }],
 *   "workspaces": [{ "organization": "acme", "name": "Support", "topN": 6 }],
 *   "numbers": [{ "organization": "acme", "number": "+15550001111" }]
 * }
 * ```
 */
export type Seed = { [K in keyof SeedEntities]?: SeedEntities[K][] } & Partial<Omit<State, Kind>>;

/** A customer with a few entities of most kinds, to try things out: `--seed demo`. */
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
