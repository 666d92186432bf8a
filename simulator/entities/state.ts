import type { Account, ApiKey } from "./account";
import type { Document, Embedding, Folder } from "./document";
import type { NumberRequest, PhoneNumber } from "./number";
import type { Organization } from "./organization";
import type { Tool, ToolAttachment } from "./tool";
import type { CallLog, VoiceIntegration } from "./voice";
import type { WhatsAppConnection } from "./whatsapp";
import type { Workspace } from "./workspace";
import type { Quirk } from "../quirks/quirk";

/** The entity of every kind. */
export interface Entities {
  apiKeys: ApiKey;
  accounts: Account;
  organizations: Organization;
  workspaces: Workspace;
  tools: Tool;
  toolAttachments: ToolAttachment;
  folders: Folder;
  documents: Document;
  embeddings: Embedding;
  numbers: PhoneNumber;
  numberRequests: NumberRequest;
  voiceIntegrations: VoiceIntegration;
  callLogs: CallLog;
  whatsAppConnections: WhatsAppConnection;
}

export type Kind = keyof Entities;

/** How the server behaves where LumenOne's words and the upstream product's code differ. */
export type Mode = "lumenone" | "upstream";

/** All entities, by kind. */
export type Tables = { [K in Kind]: Entities[K][] };

/**
 * Everything the simulator knows: plain JSON. `simulator.snapshot()` returns it, a state file holds it, and it is a
 * valid seed.
 */
export type State = Tables & {
  mode: Mode;
  quirks: Quirk[];
  /** The highest id given so far, by kind: ids are never used again. */
  lastIds: Partial<Record<Kind, number>>;
};
