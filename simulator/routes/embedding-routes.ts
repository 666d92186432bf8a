import type { Routes } from "../http/call";
import { formatWorkspaceWithDocuments } from "../formatters/format-workspace";
import { refuseForeignDocpath } from "../rules/refuse-foreign-docpath";
import { findByDocpath, fullDocpath } from "../store/docpath";
import { addTo } from "../store/make-state";

export const embeddingRoutes: Routes = {
  // Deletes come first. What is unknown or not embedded is passed over without a word, and adding twice makes two rows.
  updateWorkspaceEmbeddings(call) {
    const { store } = call;
    const workspace = call.workspace();
    const body = call.body<{ adds?: string[]; deletes?: string[] }>();
    const whole = (path: string) => fullDocpath(store, workspace.organizationId, path);
    const adds = (body.adds ?? []).map(whole);
    const deletes = (body.deletes ?? []).map(whole);
    for (const path of [...deletes, ...adds]) refuseForeignDocpath(store, workspace.organizationId, path);
    for (const path of deletes) {
      const documentId = findByDocpath(store, path)?.id;
      const row = store.find("embeddings", (one) => one.workspaceId === workspace.id && one.documentId === documentId);
      store.remove("embeddings", (one) => one === row);
    }
    for (const path of adds) {
      const documentId = findByDocpath(store, path)?.id;
      if (documentId) addTo(store, "embeddings", { workspaceId: workspace.id, documentId }, call.now);
    }
    return { body: { workspace: formatWorkspaceWithDocuments(store, workspace), message: null } };
  },
};
