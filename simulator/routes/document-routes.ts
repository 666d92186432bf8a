import type { Document } from "../entities/document";
import type { Organization } from "../entities/organization";
import { formatDocument } from "../formatters/format-document";
import type { Call, Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { refuseForeignDocpath } from "../rules/refuse-foreign-docpath";
import { findByDocpath, fullDocpath } from "../store/docpath";
import { removeWithChildren } from "../store/remove-with-children";
import { folderNames } from "./folder-routes";

interface Move {
  from: string;
  to: string;
}

export const documentRoutes: Routes = {
  getDocument(call) {
    const { id } = call.organization();
    const name = call.param("docName");
    const found = call.store.find("documents", (document) => document.organizationId === id && document.name === name);
    if (!found) throw new HttpError(404, `Document ${name} not found`);
    return { body: { document: formatDocument(found) } };
  },

  // 207 where something could not be deleted; what could be, is.
  deleteDocuments(call) {
    const { id } = call.organization();
    const body = call.body<{ files: string[] }>();
    const files = body.files.map((path) => fullDocpath(call.store, id, path));
    for (const path of files) refuseForeignDocpath(call.store, id, path);
    const purged: string[] = [];
    const failed: { path: string; reason: string }[] = [];
    for (const path of files) {
      const document = findByDocpath(call.store, path);
      if (!document) {
        failed.push({ path, reason: "Document not found" });
        continue;
      }
      removeWithChildren(call.store, "documents", document);
      purged.push(path);
    }
    return { status: failed.length > 0 ? 207 : 200, body: { success: failed.length === 0, purged, failed } };
  },

  // What is embedded anywhere is skipped, with a 200.
  moveDocuments(call) {
    const organization = call.organization();
    const { files } = call.body<{ files: Move[] }>();
    const moves = files.map((move) => prepare(call, organization, move));
    const isEmbedded = ({ id }: Document): boolean =>
      call.store.find("embeddings", ({ documentId }) => documentId === id) !== undefined;
    const free = moves.filter(({ document }) => !isEmbedded(document));
    for (const { document, folder, name } of free) call.store.update("documents", document, { folder, name });
    const skipped = moves.length - free.length;
    const message = `${skipped}/${moves.length} files not moved. Unembed them from all workspaces.`;
    return { body: { success: true, message: skipped > 0 ? message : null } };
  },
};

/** Where a document goes. The server fails with 500 where the folder, the document or the place is not as it should be. */
function prepare({ store }: Call, { id }: Organization, move: Move) {
  const [from, to] = [fullDocpath(store, id, move.from), fullDocpath(store, id, move.to)];
  refuseForeignDocpath(store, id, from);
  refuseForeignDocpath(store, id, to);
  const document = findByDocpath(store, from);
  const [, folder = "", name = ""] = to.split("/");
  const taken = findByDocpath(store, to);
  const isPossible = document && folderNames(store, id).includes(folder) && name && (!taken || taken === document);
  if (!isPossible) throw new HttpError(500, "Failed to move files.");
  return { document, folder, name };
}
