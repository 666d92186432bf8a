import type {
  Account,
  CallLog,
  Document,
  NumberRequest,
  Organization,
  PhoneNumber,
  Tool,
  VoiceIntegration,
  Workspace,
} from "./entities";
import { shownDocpath } from "./store/names";
import { toHex } from "./store/slugs";
import type { Store } from "./store/store";

export const formatAccount = ({ id, name, createdAt }: Account) => ({ id, name, createdAt });

export const formatOrganization = ({ account, slug, ...organization }: Organization) => ({
  ...organization,
  slug: toHex(slug),
  originalSlug: slug,
  accountId: account,
});

/** A workspace in a list. */
export const formatWorkspace = ({ organizationId: _, slug, ...workspace }: Workspace) => ({
  ...workspace,
  slug: toHex(slug),
  originalSlug: slug,
  threads: [],
});

/** A workspace with its embedded documents: one row per embedding, so a docpath can occur twice. */
export function formatWorkspaceWithDocuments(store: Store, workspace: Workspace) {
  const rows = store.filter("embeddings", { workspaceId: workspace.id });
  const documents = rows.flatMap(({ id, documentId, createdAt }) => {
    const document = store.find("documents", { id: documentId });
    if (!document) return [];
    const metadata = JSON.stringify({ title: document.title, wordCount: document.wordCount });
    const path = shownDocpath(store, document);
    const filename = store.has("filenameIsFolder") ? path.split("/")[1] : document.name;
    return { id, docId: documentId, filename, docpath: path, workspaceId: workspace.id, metadata, createdAt };
  });
  return { ...formatWorkspace(workspace), documents };
}

export const formatTool = ({ organizationId: _, ...tool }: Tool) => tool;

/** A document in a list. */
export function formatDocument(document: Document) {
  const { id, name, title, url, docAuthor, description, docSource, published, wordCount } = document;
  const metadata = { id, title, url, docAuthor, description, docSource, chunkSource: "", published, wordCount };
  return { name, type: "file", ...metadata, token_count_estimate: document.tokenCount };
}

/** A document in the response to an upload, with its docpath in `location`. */
export function formatUploadedDocument(store: Store, document: Document) {
  const { name: _name, type: _type, ...metadata } = formatDocument(document);
  return { ...metadata, pageContent: document.pageContent, location: shownDocpath(store, document) };
}

export const formatNumber = (store: Store, { id, organizationId, number, country, numberType }: PhoneNumber) => ({
  id,
  number,
  country,
  number_type: numberType,
  organization_id: organizationId,
  voice_integration_id: store.find("voiceIntegrations", { numberId: id })?.id ?? null,
});

export const formatNumberRequest = ({ id, country, numberType, status, numberId, createdAt }: NumberRequest) => ({
  id,
  country,
  number_type: numberType,
  status,
  number_id: numberId,
  created_at: createdAt,
});

export const formatVoiceIntegration = ({ numberId, workspaceId, ...voice }: VoiceIntegration) => ({
  ...voice,
  workspace_id: workspaceId,
  number_id: numberId,
});

export const formatCallLog = (log: CallLog) => ({
  id: log.id,
  cost_total: log.costTotal,
  stt: log.stt,
  llm: log.llm,
  tts: log.tts,
  vapi: log.vapi,
  duration_seconds: log.durationSeconds,
  customer_number: log.customerNumber,
  assistant: log.assistant,
  summary: log.summary,
  vapi_call_id: log.vapiCallId,
  workspace_id: log.workspaceId,
  created_at: log.createdAt,
});
