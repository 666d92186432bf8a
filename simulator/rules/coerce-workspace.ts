import type { WorkspaceSettings } from "../entities/workspace";
import { defaultWorkspace } from "../store/defaults";

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const text = (value: unknown): string | null => (value ? asText(value) : null);
const name = (value: unknown): string | null => (typeof value === "string" && value !== "none" ? value || null : null);

function number(value: unknown, whole: boolean): number | undefined {
  if (value === null || value === undefined) return undefined;
  const parsed = whole ? parseInt(asText(value), 10) : parseFloat(asText(value));
  return Number.isFinite(parsed) ? parsed : undefined;
}

/** How the server makes something valid of every value it is sent. */
const coercions: { [K in keyof WorkspaceSettings]: (value: unknown) => WorkspaceSettings[K] } = {
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
    const snippets = number(value, true) ?? 0;
    return snippets < 1 ? defaultWorkspace.topN : snippets;
  },
  chatMode: (value) => oneOf(value, ["chat", "query", "automatic"], defaultWorkspace.chatMode),
  chatProvider: name,
  chatModel: name,
  agentProvider: name,
  agentModel: name,
  queryRefusalResponse: text,
  vectorSearchMode: (value) => oneOf(value, ["default", "rerank"], defaultWorkspace.vectorSearchMode),
};

function oneOf(value: unknown, known: string[], fallback: string): string {
  return typeof value === "string" && known.includes(value) ? value : fallback;
}

/** The writable fields of a body, coerced. Unknown keys are dropped, absent ones stay absent. */
export function coerceWorkspace(body: Record<string, unknown>): Partial<WorkspaceSettings> {
  const keys = Object.keys(body).filter((key): key is keyof WorkspaceSettings => Object.hasOwn(coercions, key));
  return Object.fromEntries(keys.map((key) => [key, coercions[key](body[key])]));
}
