import type { Workspace, WorkspaceSettings } from "../entities";
import { defaultWorkspace } from "../store/defaults";

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
/** Other types than a string become null (upstream, mws:117-124). */
const text = (value: unknown): string | null => (typeof value === "string" ? value || null : null);
/** `none` clears a provider, but is an ordinary text for a model (upstream, mws:101-113). */
const provider = (value: unknown): string | null => (value === "none" ? null : text(value));

function number(value: unknown, whole: boolean): number | undefined {
  if (value === null || value === undefined) return undefined;
  const parsed = whole ? parseInt(asText(value), 10) : parseFloat(asText(value));
  return Number.isFinite(parsed) ? parsed : undefined;
}

interface Server {
  /** The value of `chatMode` when a request has none that the server knows. */
  defaultChatMode: string;
}

/** How the server coerces each field of a request to a valid value. */
const coercions: { [K in keyof WorkspaceSettings]: (value: unknown, server: Server) => WorkspaceSettings[K] } = {
  name: (value) => (typeof value === "string" && value ? value.slice(0, 255) : defaultWorkspace.name),
  openAiTemp(value) {
    const temperature = number(value, false);
    return temperature === undefined || temperature < 0 ? null : temperature;
  },
  openAiHistory: (value) => Math.max(0, number(value, true) ?? defaultWorkspace.openAiHistory),
  openAiPrompt: text,
  similarityThreshold(value) {
    return Math.min(1, Math.max(0, number(value, false) ?? defaultWorkspace.similarityThreshold));
  },
  topN(value) {
    return Math.max(1, number(value, true) ?? defaultWorkspace.topN);
  },
  chatMode: (value, { defaultChatMode }) => oneOf(value, ["chat", "query", "automatic"], defaultChatMode),
  chatProvider: provider,
  chatModel: text,
  agentProvider: provider,
  agentModel: text,
  queryRefusalResponse: text,
  vectorSearchMode: (value) => oneOf(value, ["default", "rerank"], defaultWorkspace.vectorSearchMode),
};

function oneOf(value: unknown, known: string[], fallback: string): string {
  return typeof value === "string" && known.includes(value) ? value : fallback;
}

/** The writable fields of a body, coerced. Unknown keys are dropped, absent ones stay absent. */
export function coerceWorkspace(body: Record<string, unknown>, server: Server): Partial<WorkspaceSettings> {
  const keys = Object.keys(body).filter((key): key is keyof WorkspaceSettings => Object.hasOwn(coercions, key));
  return Object.fromEntries(keys.map((key) => [key, coercions[key](body[key], server)]));
}

/** The provider that sends each message to one of several models. The API has no operations for routers. */
const router = "anythingllm-router";

/**
 * Adds what an update changes besides the fields that it sends (upstream, mws:257-271; a create does not).
 * @param hasRouters the quirk `routers`
 */
export function settleChatProvider(settings: Partial<WorkspaceSettings>, hasRouters: boolean): Partial<Workspace> {
  const { chatProvider } = settings;
  if (chatProvider === "default") return { ...settings, chatProvider: null, chatModel: null };
  if (!hasRouters || chatProvider === undefined) return settings;
  return chatProvider === router ? { ...settings, chatModel: null } : { ...settings, router_id: null };
}
