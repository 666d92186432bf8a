import type { HandlerResponse } from "../contract/wire";
import type { Document, Organization, Workspace } from "../entities";
import { formatDocument, formatUploadedDocument } from "../formatters";
import type { Call, Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { folderNames, refuseOddName } from "./folders";
import { defaultFolder } from "../store/defaults";
import { findByDocpath } from "../store/names";
import { removeWithChildren } from "../store/remove-with-children";
import { addTo } from "../store/state";

interface Move {
  from: string;
  to: string;
}

export const documentRoutes: Routes = {
  uploadDocument: (call) => upload(call, defaultFolder),

  // A folder that is missing is made.
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
    const found = call.store.find("documents", (document) => document.organizationId === id && document.name === name);
    if (!found) throw new HttpError(404, `Document ${name} not found`);
    return { body: { document: formatDocument(found) } };
  },

  // 207 where something could not be deleted; what could be, is.
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

/** Every upload is a new document, also of the same file. */
async function upload(call: Call, folder: string): Promise<HandlerResponse> {
  const { store, now } = call;
  call.organization(); // Refuses before the file has come.
  const { file, fields } = await call.upload();
  const organization = call.organization();
  const metadata = readMetadata(fields.metadata);
  const workspaces = readWorkspaces(call, organization, fields.addToWorkspaces);
  if (!folderNames(store, organization.id).includes(folder)) {
    addTo(store, "folders", { organizationId: organization.id, name: folder }, now);
  }
  const { filename, sha256, bytes, wordCount, head: pageContent } = file;
  const what = { pageContent, wordCount, tokenCount: Math.ceil(file.characters / 4), sha256, bytes };
  const where = { organizationId: organization.id, folder, url: `file:///${filename}` };
  const title = store.has("quotesLost") ? storable(filename) : filename;
  const document = addTo(store, "documents", { title, ...metadata, ...what, ...where }, now);
  // Its name comes from the file, not from its title.
  store.update("documents", document, { name: `${fileSlug(filename)}-${document.id}.json` });
  for (const { id: workspaceId } of workspaces) {
    addTo(store, "embeddings", { workspaceId, documentId: document.id }, now);
  }
  return { body: { success: true, error: null, documents: [formatUploadedDocument(store, document)] } };
}

/** What a name keeps on the server's disk (upstream, collector/utils/files/index.js). */
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

/** Original slugs, comma-separated, all of this organization. */
function readWorkspaces({ store }: Call, organization: Organization, slugs = ""): Workspace[] {
  const wanted = slugs.split(",").map((slug) => slug.trim());
  return wanted.filter(Boolean).map((slug) => {
    const found = store.find("workspaces", (one) => one.slug === slug && one.organizationId === organization.id);
    if (!found) throw new HttpError(400, `addToWorkspaces: ${slug} is not a workspace of ${organization.slug}`);
    return found;
  });
}
