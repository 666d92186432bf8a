import type { Workspace } from "../entities/workspace";
import { toHex } from "../store/slugs";
import { shownDocpath } from "../store/docpath";
import type { Store } from "../store/store";

/** A workspace as it stands in lists. */
export const formatWorkspace = ({ organizationId: _, slug, ...workspace }: Workspace) => ({
  ...workspace,
  slug: toHex(slug),
  originalSlug: slug,
  threads: [],
});

/** A workspace with what is embedded in it: one row an embedding, so that a docpath can come twice. */
export function formatWorkspaceWithDocuments(store: Store, workspace: Workspace) {
  const rows = store.filter("embeddings", ({ workspaceId }) => workspaceId === workspace.id);
  const documents = rows.flatMap(({ id, documentId, createdAt }) => {
    const document = store.find("documents", (one) => one.id === documentId);
    if (!document) return [];
    const metadata = JSON.stringify({ title: document.title, wordCount: document.wordCount });
    const path = shownDocpath(store, document);
    const filename = store.has("filenameIsFolder") ? path.split("/")[1] : document.name;
    return { id, docId: documentId, filename, docpath: path, workspaceId: workspace.id, metadata, createdAt };
  });
  return { ...formatWorkspace(workspace), documents };
}
