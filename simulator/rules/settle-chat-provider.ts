import type { Workspace, WorkspaceSettings } from "../entities/workspace";

/** The provider that sends each message to one of several models. Routers themselves are not in the API. */
const router = "anythingllm-router";

/**
 * What an update changes besides what it was sent (upstream, mws:257-271; a create does none of it).
 * @param hasRouters the quirk `routers`
 */
export function settleChatProvider(settings: Partial<WorkspaceSettings>, hasRouters: boolean): Partial<Workspace> {
  const { chatProvider } = settings;
  if (chatProvider === "default") return { ...settings, chatProvider: null, chatModel: null };
  if (!hasRouters || chatProvider === undefined) return settings;
  return chatProvider === router ? { ...settings, chatModel: null } : { ...settings, router_id: null };
}
