import type { Organization } from "../entities/organization";
import type { Workspace } from "../entities/workspace";
import { formatUploadedDocument } from "../formatters/format-document";
import type { HandlerResponse } from "../contract/wire";
import type { Call, Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { defaultFolder } from "../store/defaults";
import { addTo } from "../store/make-state";
import { folderNames, refuseOddName } from "./folder-routes";

export const uploadRoutes: Routes = {
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
};

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
