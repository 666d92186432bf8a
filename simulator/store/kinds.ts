import type { Kind } from "../entities/state";

/** All kinds, parents before children. */
export const kinds = [
  "apiKeys",
  "accounts",
  "organizations",
  "workspaces",
  "tools",
  "toolAttachments",
  "folders",
  "documents",
  "embeddings",
  "numbers",
  "numberRequests",
  "voiceIntegrations",
  "callLogs",
  "whatsAppConnections",
] as const satisfies readonly Kind[];
