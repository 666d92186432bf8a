import type { Quirk } from "./quirks";
import type { WorkspaceSettings } from "./rules/workspace-fields";

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

/** How the server behaves where LumenOne's documentation and the code of the upstream product differ. */
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
  /** The highest id given so far, by kind: ids are not reused. */
  lastIds: Partial<Record<Kind, number>>;
};

/** The owner of API keys: LumenOne's customer ("partner"). No response has it. */
export interface ApiKey {
  key: string;
  company: string;
}

export interface Account {
  /** A UUID. */
  id: string;
  company: string;
  name: string;
  createdAt: string;
}

export interface Organization {
  id: number;
  /** UUID of its account. */
  account: string;
  name: string;
  /** The original slug; paths and responses have it in hex. */
  slug: string;
  createdAt: string;
  lastUpdatedAt: string;
}

export interface Workspace extends WorkspaceSettings {
  /** Only on servers with routers: the model router that replaces a single model. */
  router_id?: number | null;
  id: number;
  organizationId: number;
  /** The original slug. */
  slug: string;
  createdAt: string;
  lastUpdatedAt: string;
}

export interface Tool {
  id: number;
  organizationId: number;
  name: string;
  description: string | null;
  type: string;
  config: Record<string, unknown> | null;
  enabled: boolean;
}

/** A tool in a workspace. */
export interface ToolAttachment {
  id: number;
  workspaceId: number;
  toolId: number;
}

export interface Folder {
  id: number;
  organizationId: number;
  name: string;
}

export interface Document {
  /** A UUID. */
  id: string;
  organizationId: number;
  folder: string;
  /** The last segment of its docpath. */
  name: string;
  title: string;
  url: string;
  docAuthor: string | null;
  description: string | null;
  docSource: string | null;
  published: string;
  wordCount: number;
  tokenCount: number;
  /** The beginning of its text; the rest is not kept. */
  pageContent: string;
  /** Of the file. No response has it: a test compares it with the file that it sent. */
  sha256: string;
  bytes: number;
  /** Its metadata on the server's disk cannot be read. Only servers with the quirk `folderPages` notice. */
  isBroken?: boolean;
}

/** One row of a document in a workspace. Embedding a document twice makes two rows. */
export interface Embedding {
  id: number;
  workspaceId: number;
  documentId: string;
  createdAt: string;
}

export interface PhoneNumber {
  id: number;
  organizationId: number;
  /** E.164. */
  number: string;
  country: string;
  numberType: string;
}

export interface NumberRequest {
  id: number;
  organizationId: number;
  country: string;
  numberType: string;
  status: "pending" | "approved" | "fulfilled" | "rejected" | "cancelled";
  numberId: number | null;
  createdAt: string;
}

export interface Voice {
  provider?: string;
  voiceId?: string;
  model?: string;
}

export interface Transcriber {
  provider?: string;
  model?: string;
  language?: string;
}

/** The voice assistant of a workspace: at most one. */
export interface VoiceIntegration {
  id: number;
  workspaceId: number;
  assistant: string;
  firstMessage: string | null;
  prompt: string | null;
  voice: Voice;
  transcriber: Transcriber;
  fallbackVoices: Voice[];
  fallbackTranscribers: Transcriber[];
  numberId: number | null;
}

/** A finished call. It stays when its workspace is deleted. */
export interface CallLog {
  id: number;
  company: string;
  workspaceId: number;
  costTotal: number;
  stt: number;
  llm: number;
  tts: number;
  vapi: number;
  durationSeconds: number;
  customerNumber: string;
  assistant: string;
  summary: string;
  vapiCallId: string;
  createdAt: string;
}

/** The WhatsApp onboarding of a workspace: one row per token. */
export interface WhatsAppConnection {
  id: number;
  workspaceId: number;
  token: string;
  expiresAt: string;
  connected: boolean;
}
