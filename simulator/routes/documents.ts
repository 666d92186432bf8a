import type { HandlerResponse } from "../contract/messages";
import type { Organization, Workspace } from "../entities";
import { formatDocument, formatUploadedDocument } from "../formatters";
import type { Call, Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { folderNames, refuseOddName } from "./folders";
import { defaultFolder } from "../store/defaults";
import { findByDocpath } from "../store/names";
import { removeWithChildren } from "../store/remove-with-children";

interface Move {
  from: string;
  to: string;
}

export const documentRoutes: Routes = {
  uploadDocument: (call) => upload(call, defaultFolder),

  // Creates the folder if it does not exist.
  uploadDocumentIntoFolder(call) {
    const folder = call.param("folderName");
    if (folder.includes("/") && call.store.has("slashInFolderNames")) {
      throw new HttpError(500, `Invalid folder name ${folder}`);
    }
    refuseOddName(folder);
    return upload(call, folder);
  },

  getDocument(call) {
    const { id } = call.organization();
    const name = call.param("docName");
    const found = call.store.find("documents", { organizationId: id, name });
    if (!found) throw new HttpError(404, `Document ${name} not found`);
    return { body: { document: formatDocument(found) } };
  },

  // Deletes what it can, and returns 207 when something could not be deleted.
  deleteDocuments(call) {
    const { id } = call.organization();
    const body = call.body<{ files: string[] }>();
    const files = body.files.map((path) => call.docpath(id, path));
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

  // Skips documents that are embedded in a workspace, with a 200.
  moveDocuments(call) {
    const organization = call.organization();
    const { files } = call.body<{ files: Move[] }>();
    const moves = files.map((move) => prepare(call, organization, move));
    const free = moves.filter(({ document }) => !call.store.find("embeddings", { documentId: document.id }));
    for (const { document, folder, name } of free) call.store.update("documents", document, { folder, name });
    const skipped = moves.length - free.length;
    const message = `${skipped}/${moves.length} files not moved. Unembed them from all workspaces.`;
    return { body: { success: true, message: skipped > 0 ? message : null } };
  },
};

/** Returns where a document is moved to. The server fails with a 500 when the document or the folder is unknown or the path is taken. */
function prepare(call: Call, { id }: Organization, move: Move) {
  const { store } = call;
  const [from, to] = [call.docpath(id, move.from), call.docpath(id, move.to)];
  const document = findByDocpath(store, from);
  const [, folder = "", name = ""] = to.split("/");
  const taken = findByDocpath(store, to);
  const isPossible = document && folderNames(store, id).includes(folder) && name && (!taken || taken === document);
  if (!isPossible) throw new HttpError(500, "Failed to move files.");
  return { document, folder, name };
}

/** Adds a document. Uploading a file twice adds two documents. */
async function upload(call: Call, folder: string): Promise<HandlerResponse> {
  const { store } = call;
  call.organization(); // Refuses before the file is read.
  const { file, fields } = await call.upload();
  const organization = call.organization();
  const metadata = readMetadata(fields.metadata);
  const workspaces = readWorkspaces(call, organization, fields.addToWorkspaces);
  if (!folderNames(store, organization.id).includes(folder)) {
    call.add("folders", { organizationId: organization.id, name: folder });
  }
  const { filename, sha256, bytes, wordCount, head: pageContent } = file;
  const what = { pageContent, wordCount, tokenCount: Math.ceil(file.characters / 4), sha256, bytes };
  const where = { organizationId: organization.id, folder, url: `file:///${filename}` };
  const title = store.has("quotesLost") ? storable(filename) : filename;
  const document = call.add("documents", { title, ...metadata, ...what, ...where });
  // Its name depends on the file, not on its title.
  store.update("documents", document, { name: `${fileSlug(filename)}-${document.id}.json` });
  for (const { id: workspaceId } of workspaces) {
    call.add("embeddings", { workspaceId, documentId: document.id });
  }
  return { body: { success: true, error: null, documents: [formatUploadedDocument(store, document)] } };
}

/** Removes what the server's disk does not keep of a name (upstream, collector/utils/files/index.js). */
const storable = (name: string): string => name.replace(/[<>:"/\\|?*“”„‟‘’‚‛]/gu, "");

const fileSlug = (filename: string): string => filename.toLowerCase().replace(/[^\p{L}\p{N}._-]+/gu, "-");

const metadataFields = ["title", "docAuthor", "description", "docSource"] as const;

function readMetadata(text?: string): Partial<Record<(typeof metadataFields)[number], string>> {
  if (!text) return {};
  try {
    const sent = JSON.parse(text) as Record<string, unknown>;
    const known = metadataFields.filter((name) => typeof sent[name] === "string" && sent[name] !== "");
    return Object.fromEntries(known.map((name) => [name, sent[name] as string]));
  } catch {
    throw new HttpError(400, "metadata must be JSON");
  }
}

/** Reads original slugs of workspaces of this organization, separated by commas. */
function readWorkspaces({ store }: Call, organization: Organization, slugs = ""): Workspace[] {
  const wanted = slugs.split(",").map((slug) => slug.trim());
  return wanted.filter(Boolean).map((slug) => {
    const found = store.find("workspaces", { slug, organizationId: organization.id });
    if (!found) throw new HttpError(400, `addToWorkspaces: ${slug} is not a workspace of ${organization.slug}`);
    return found;
  });
}
