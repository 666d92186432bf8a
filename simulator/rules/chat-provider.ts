import type { Workspace } from "../entities";
import type { WorkspaceSettings } from "./workspace-fields";

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
