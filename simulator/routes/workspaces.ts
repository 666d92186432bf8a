import type { Workspace } from "../entities";
import { formatWorkspace, formatWorkspaceWithDocuments } from "../formatters";
import type { Call, Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { coerceWorkspace, defaultWorkspace, type WorkspaceSettings } from "../rules/workspace-fields";
import { findByDocpath } from "../store/names";
import { removeWithChildren } from "../store/remove-with-children";

/** The prompt of a workspace that newer upstream servers create without one, and some even with one. */
const upstreamPrompt = "Given the following conversation, relevant context, and a follow up question, reply.";

export const workspaceRoutes: Routes = {
  createWorkspace(call) {
    const organization = call.organization();
    const body = call.body<Record<string, unknown>>();
    const isUpstream = call.mode === "upstream";
    if (!isUpstream && (body.name === undefined || body.name === null || body.name === "")) {
      throw new HttpError(400, "name is required");
    }
    const settings = coerceWorkspace({ name: body.name, chatMode: null, ...body }, serverOf(call));
    if (call.store.has("promptIgnoredAtCreate")) settings.openAiPrompt = upstreamPrompt;
    else if (isUpstream) settings.openAiPrompt ??= upstreamPrompt;
    const workspace = call.add("workspaces", { organizationId: organization.id, ...settings });
    return { body: { workspace: formatWorkspace(workspace), message: "Workspace created" } };
  },

  // An array of one, as upstream. For an unknown workspace, upstream returns a 200 with an empty array.
  getWorkspace(call) {
    const workspace = call.mode === "upstream" ? call.findWorkspace() : call.workspace();
    return { body: { workspace: workspace ? [formatWorkspaceWithDocuments(call.store, workspace)] : [] } };
  },

  updateWorkspace(call) {
    const workspace = toChange(call);
    const settings = settleChatProvider(coerceWorkspace(call.body(), serverOf(call)), call.store.has("routers"));
    if (Object.keys(settings).length === 0) {
      return { body: { workspace: { id: workspace.id }, message: "No valid fields to update!" } };
    }
    call.store.update("workspaces", workspace, { ...settings, lastUpdatedAt: call.now });
    return { body: { workspace: formatWorkspace(workspace), message: null } };
  },

  deleteWorkspace(call) {
    const workspace = toChange(call);
    if (call.store.has("deletionProtected")) {
      const error = "Workspace deletion is blocked by the system administrator.";
      throw new HttpError(403, error, { success: false, error });
    }
    removeWithChildren(call.store, "workspaces", workspace);
    return { body: "OK" };
  },

  // Deletes come first. Paths that are unknown or not embedded are ignored, and adding a path twice makes two rows.
  updateWorkspaceEmbeddings(call) {
    const { store } = call;
    const workspace = call.workspace();
    const body = call.body<{ adds?: string[]; deletes?: string[] }>();
    const whole = (path: string) => call.docpath(workspace.organizationId, path);
    const deletes = (body.deletes ?? []).map(whole);
    const adds = (body.adds ?? []).map(whole);
    for (const path of deletes) {
      const documentId = findByDocpath(store, path)?.id;
      const row = store.find("embeddings", { workspaceId: workspace.id, documentId });
      store.remove("embeddings", (one) => one === row);
    }
    for (const path of adds) {
      const documentId = findByDocpath(store, path)?.id;
      if (documentId) call.add("embeddings", { workspaceId: workspace.id, documentId });
    }
    return { body: { workspace: formatWorkspaceWithDocuments(store, workspace), message: null } };
  },
};

const serverOf = (call: Call) => ({
  defaultChatMode: call.store.has("automaticChatMode") ? "automatic" : defaultWorkspace.chatMode,
  wordsOf: (field: string) => call.wordsOf(field),
});

/** Upstream returns 400 instead of 404 when an unknown workspace is changed or deleted. */
function toChange(call: Call): Workspace {
  const workspace = call.findWorkspace();
  if (workspace) return workspace;
  throw call.mode === "upstream"
    ? new HttpError(400, "Bad Request", "Bad Request")
    : new HttpError(404, "Workspace not found");
}

/** The provider that sends each message to one of several models. The API has no operations for routers. */
const router = "anythingllm-router";

/**
 * Adds what an update changes besides the fields that it sends (upstream, mws:257-271; a create does not).
 * @param hasRouters the quirk `routers`
 */
function settleChatProvider(settings: Partial<WorkspaceSettings>, hasRouters: boolean): Partial<Workspace> {
  const { chatProvider } = settings;
  if (chatProvider === "default") return { ...settings, chatProvider: null, chatModel: null };
  if (!hasRouters || chatProvider === undefined) return settings;
  return chatProvider === router ? { ...settings, chatModel: null } : { ...settings, router_id: null };
}
