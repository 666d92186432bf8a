import type { HandlerResponse } from "../contract/wire";
import { formatDocument } from "../formatters";
import type { Call, Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { defaultFolder } from "../store/defaults";
import { removeWithChildren } from "../store/remove-with-children";
import { addTo } from "../store/state";
import type { Store } from "../store/store";

export const folderRoutes: Routes = {
  createFolder(call) {
    const { id: organizationId } = call.organization();
    const { name } = call.body<{ name: string }>();
    refuseOddName(name, call.store.has("slashInFolderNames"));
    if (folderNames(call.store, organizationId).includes(name)) {
      throw new HttpError(500, "Folder by that name already exists");
    }
    addTo(call.store, "folders", { organizationId, name }, call.now);
    return { body: { success: true, message: null } };
  },

  // With everything in it, and 200 for a name that nobody knows.
  deleteFolder(call) {
    const { id: organizationId } = call.organization();
    const { name } = call.body<{ name: string }>();
    if (name === defaultFolder) throw new HttpError(400, `The folder ${defaultFolder} cannot be deleted`);
    const folder = call.store.find("folders", (one) => one.organizationId === organizationId && one.name === name);
    if (folder) removeWithChildren(call.store, "folders", folder);
    return { body: { success: true, message: "Folder removed successfully" } };
  },

  listDocuments(call) {
    const { id } = call.organization();
    const { folder } = call.parameters;
    // Another response than without a folder, and another limit than that of a folder by its path.
    if (folder !== undefined && call.store.has("folderPages")) return folderPage(call, id, folder, 100);
    const items = folderNames(call.store, id).map((name) => ({ name, type: "folder", items: filesIn(call, id, name) }));
    return { body: { localFiles: { name: "documents", type: "folder", items } } };
  },

  listDocumentsInFolder(call) {
    const { id } = call.organization();
    const folder = call.param("folderName");
    if (!folderNames(call.store, id).includes(folder)) {
      const error = `Folder ${folder} does not exist`;
      throw new HttpError(404, error, { folder, documents: [], error });
    }
    if (call.store.has("folderPages")) return folderPage(call, id, folder);
    return { body: { folder, documents: filesIn(call, id, folder) } };
  },
};

const mostOfPage = 1000;

/** One page of a folder. A file whose metadata is broken or missing counts, and is left out. */
function folderPage(call: Call, organizationId: number, folder: string, defaultLimit = Infinity): HandlerResponse {
  const { offset = "0", limit } = call.parameters;
  const first = Number(offset);
  const size = limit === undefined || limit === "all" ? defaultLimit : Math.min(Number(limit), mostOfPage);
  const all = call.store.filter("documents", (one) => one.organizationId === organizationId && one.folder === folder);
  const page = all.slice(first, first + size);
  const documents = page.filter(({ isBroken }) => !isBroken).map(formatDocument);
  const hasMore = first + page.length < all.length;
  return { body: { folder, documents, totalCount: all.length, hasMore, code: 200, error: null } };
}

/** The default folder, which is always there, and those that were made. */
export function folderNames(store: Store, organizationId: number): string[] {
  const made = store.filter("folders", (folder) => folder.organizationId === organizationId).map(({ name }) => name);
  return [...new Set([defaultFolder, ...made])];
}

/** Refuses what cannot be a folder of the server's disk. */
export function refuseOddName(name: string, mayHaveSlash = false): void {
  if ((name.includes("/") && !mayHaveSlash) || name.includes(".."))
    throw new HttpError(400, "A folder name has neither / nor ..");
}

function filesIn({ store }: Call, organizationId: number, folder: string) {
  return store
    .filter("documents", (document) => document.organizationId === organizationId && document.folder === folder)
    .map(formatDocument);
}
