import type { HandlerResponse } from "../contract/messages";
import { formatDocument } from "../formatters";
import type { Call, Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { defaultFolder } from "../store/defaults";
import { removeWithChildren } from "../store/remove-with-children";
import type { Store } from "../store/store";

export const folderRoutes: Routes = {
  createFolder(call) {
    const { id: organizationId } = call.organization();
    const { name } = call.body<{ name: string }>();
    refuseOddName(name, call.store.has("slashInFolderNames"));
    if (folderNames(call.store, organizationId).includes(name)) {
      throw new HttpError(500, "Folder by that name already exists");
    }
    call.add("folders", { organizationId, name });
    return { body: { success: true, message: null } };
  },

  // Deletes the folder with its documents. An unknown name is a 200.
  deleteFolder(call) {
    const { id: organizationId } = call.organization();
    const { name } = call.body<{ name: string }>();
    if (name === defaultFolder) throw new HttpError(400, `The folder ${defaultFolder} cannot be deleted`);
    const folder = call.store.find("folders", { organizationId, name });
    if (folder) removeWithChildren(call.store, "folders", folder);
    return { body: { success: true, message: "Folder removed successfully" } };
  },

  listDocuments(call) {
    const { id } = call.organization();
    const { folder } = call.parameters;
    // The response differs from that without a folder, and so does the default limit from that of listDocumentsInFolder.
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

/** Returns one page of a folder. A file with broken metadata is counted and left out. */
function folderPage(call: Call, organizationId: number, folder: string, defaultLimit = Infinity): HandlerResponse {
  const { offset = "0", limit } = call.parameters;
  const first = Number(offset);
  const size = limit === undefined || limit === "all" ? defaultLimit : Math.min(Number(limit), mostOfPage);
  const all = call.store.filter("documents", { organizationId, folder });
  const page = all.slice(first, first + size);
  const documents = page.filter(({ isBroken }) => !isBroken).map(formatDocument);
  const hasMore = first + page.length < all.length;
  return { body: { folder, documents, totalCount: all.length, hasMore, code: 200, error: null } };
}

/** Returns the default folder, which always exists, and the folders that were created. */
export function folderNames(store: Store, organizationId: number): string[] {
  const made = store.filter("folders", { organizationId }).map(({ name }) => name);
  return [...new Set([defaultFolder, ...made])];
}

/** Refuses a name that cannot be a folder on the server's disk. */
export function refuseOddName(name: string, mayHaveSlash = false): void {
  if ((name.includes("/") && !mayHaveSlash) || name.includes(".."))
    throw new HttpError(400, "A folder name has neither / nor ..");
}

function filesIn({ store }: Call, organizationId: number, folder: string) {
  return store.filter("documents", { organizationId, folder }).map(formatDocument);
}
