/** What can be written, after coercion. */
export interface WorkspaceSettings {
  name: string;
  openAiTemp: number | null;
  openAiHistory: number;
  openAiPrompt: string | null;
  similarityThreshold: number;
  topN: number;
  chatMode: string;
  chatProvider: string | null;
  chatModel: string | null;
  agentProvider: string | null;
  agentModel: string | null;
  queryRefusalResponse: string | null;
  vectorSearchMode: string;
}

export interface Workspace extends WorkspaceSettings {
  /** Only on servers with routers: the model router that answers in place of one model. */
  router_id?: number | null;
  id: number;
  organizationId: number;
  /** The original slug. */
  slug: string;
  createdAt: string;
  lastUpdatedAt: string;
}
