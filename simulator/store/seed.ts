import type {
  Account,
  ApiKey,
  CallLog,
  Document,
  Entities,
  Folder,
  Mode,
  NumberRequest,
  Organization,
  PhoneNumber,
  State,
  Tool,
  ToolAttachment,
  VoiceIntegration,
  WhatsAppConnection,
  Workspace,
} from "../entities";
import type { Quirk } from "../quirks";

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
  apiKeys: string | (Partial<ApiKey> & { key: string });
  accounts: Partial<Account>;
  organizations: Partial<Organization>;
  workspaces: Partial<Workspace> & InOrganization;
  tools: Partial<Tool> & InOrganization;
  toolAttachments: Partial<ToolAttachment> & InWorkspace & { /** Name of the tool. */ tool?: string };
  folders: Partial<Folder> & InOrganization;
  documents: Partial<Document> & InOrganization;
  embeddings: Partial<Entities["embeddings"]> & InWorkspace & { /** Its docpath. */ document?: string };
  numbers: Partial<PhoneNumber> & InOrganization;
  numberRequests: Partial<NumberRequest> & InOrganization;
  voiceIntegrations: Partial<VoiceIntegration> & InWorkspace;
  callLogs: Partial<CallLog> & InWorkspace;
  whatsAppConnections: Partial<WhatsAppConnection> & InWorkspace;
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
export type Seed = { [K in keyof SeedEntities]?: SeedEntities[K][] } & {
  mode?: Mode;
  quirks?: Quirk[];
  lastIds?: State["lastIds"];
};

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
