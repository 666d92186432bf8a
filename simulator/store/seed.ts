import type { Account, ApiKey } from "../entities/account";
import type { Document, Folder } from "../entities/document";
import type { NumberRequest, PhoneNumber } from "../entities/number";
import type { Organization } from "../entities/organization";
import type { Entities, Mode, State } from "../entities/state";
import type { Tool, ToolAttachment } from "../entities/tool";
import type { CallLog, VoiceIntegration } from "../entities/voice";
import type { WhatsAppConnection } from "../entities/whatsapp";
import type { Workspace } from "../entities/workspace";
import type { Quirk } from "../quirks/quirk";

interface InOrganization {
  /** Original slug of its organization; the first one where it is omitted. */
  organization?: string;
}

interface InWorkspace {
  /** Original slug of its workspace; the first one where it is omitted. */
  workspace?: string;
}

/** What a seed has to say of an entity of each kind: everything can be omitted, and parents are named by their slugs. */
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
 * What a simulator starts with: plain JSON.
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
