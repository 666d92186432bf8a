import { assetIn, fileNameOf } from "../lifecycle/engine/asset";
import { listing } from "../lifecycle/object/listing";
import { type Subject } from "../lifecycle/object/subject";
import { defineResource } from "../lifecycle/definition/definition";
import { asset, integerOutput, output, reference, text } from "../lifecycle/definition/fields";
import { type Values } from "../lifecycle/state/values";
import { organizationReference } from "./references";
import { accountId, folderName } from "./common-fields";
import { deleteDocument } from "./document/delete-document";
import { defaultFolder, documentName, documentsInTree, folderNameOf } from "./document/docpath";
import { definition as organization } from "./organization";
import { dependentsOfDocument } from "./dependents-of";
import { uploadDocument } from "./document/upload-document";
import { validateDocument } from "./document/validate-document";

const nameOfFolder = (value: unknown) => (typeof value === "string" ? folderNameOf(value) : value);

/** LumenOne cannot change what it knows of a document (documented): a change makes a new one. */
const metadata = text({ replaces: true, fixed: true, maxLength: 255, line: true });

/**
 * A document in an organization's storage, made of a file. {@link DocumentEmbedding} puts it into workspaces.
 *
 * LumenOne cannot edit documents (documented), so any change uploads the file as a new one, and then deletes the old one;
 * embeddings that name the resource follow in between. A file whose content is as it was is not uploaded again.
 *
 * A refresh sees whether the document is still there. It does not see its content, which nobody can change there, nor
 * what LumenOne made of it. Its id, also for `.get`, is its docpath.
 *
 * @example
 * const handbook = new lumenone.Document("handbook", { organization: acme, source: "docs/handbook.pdf" });
 * new lumenone.DocumentEmbedding("support-handbook", { workspace: support, document: handbook });
 */
export const definition = defineResource({
  kind: "Document",
  version: 1,
  fields: {
    /** The organization it belongs to: the resource, or its original slug. A change makes a new document. */
    organization: organizationReference,
    /**
     * The folder it goes into, of the same organization: the resource, or its name. A change makes a new document.
     * Default: LumenOne's default folder (documented). LumenOne makes a folder that is missing (upstream).
     */
    folder: reference("Folder", {
      replaces: true,
      fixed: true,
      ...folderName,
      normalise: nameOfFolder,
    }),
    /**
     * The file: a path, or a FileAsset, StringAsset or RemoteAsset of Pulumi. Its name is the document's, a text's is the
     * resource's. Another content makes a new document. The state holds its hash and its path, never the content.
     */
    source: asset({ required: true, replaces: true, hashAs: "contentHash", nameAs: "fileName", wire: "file" }),
    /** Its title, at most 255 characters (assumed). Default: the file's name (upstream). A change makes a new document. */
    title: metadata,
    /** Who wrote it (upstream), at most 255 characters (assumed). A change makes a new document. */
    docAuthor: metadata,
    /** What it is about (upstream). A change makes a new document. */
    description: text({ replaces: true, fixed: true }),
    /** Where it comes from (upstream), at most 255 characters (assumed). A change makes a new document. */
    docSource: metadata,
    /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new document. */
    accountId,
    /** LumenOne's own id of the document (upstream). */
    documentId: output({ wire: "id" }),
    /** SHA-256 of the content that was uploaded, in hex. Empty after `.get`: LumenOne does not show it. */
    contentHash: output(),
    /** Name under which the file was uploaded. Another name for the same content changes nothing. Empty after `.get`. */
    fileName: output(),
    /** How many words LumenOne found in it, null when it does not say (upstream). */
    wordCount: integerOutput(),
  },
  id: { orgSlug: { field: "organization" }, folderName: { response: "folder" }, docName: { response: "name" } },
  derived: {
    /** Where LumenOne keeps it: `orgSlug/folder/name.json` (its form is assumed). The same as `id`. */
    docpath: (id) => id,
  },
  parent: { field: "organization", definition: organization },
  operations: { create: "uploadDocument", list: "listDocuments", delete: "deleteDocuments" },
  witness: shown,
  names: "repeat",
  slow: true,
  likeness: (values) => [values["folder"] ?? defaultFolder, storable(titleOf(values))],
  validate: validateDocument,
  // Documents are listed as part of the tree of all of them.
  items: documentsInTree,
  create: uploadDocument,
  delete: deleteDocument,
  dependents: dependentsOfDocument,
});

/** The document as LumenOne gives it by its name alone, whatever folder it is in. One that was moved is in the list, too. */
async function shown(subject: Subject): Promise<unknown> {
  const found = await subject.one("getDocument");
  const listed = await listing(subject, true);
  const isListed = "items" in listed && listed.items.some(({ name }) => name === documentName(subject.id));
  return isListed ? undefined : found;
}

/** What LumenOne shows a document as: its title, which is the file's name where none is given (upstream). */
function titleOf(values: Values): string | undefined {
  const file = assetIn(values["source"]);
  const shown = values["title"] ?? values["fileName"] ?? (file && fileNameOf(file));
  return typeof shown === "string" ? shown : undefined;
}

/** A file's name loses these characters on LumenOne's disk, typographic quotes since 2026-04-06 (upstream). */
function storable(title: string | undefined): string | undefined {
  return title?.normalize("NFC").replace(/[<>:"/\\|?*\u2018-\u201f]/gu, "");
}
