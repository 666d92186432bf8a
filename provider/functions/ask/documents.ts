import { type components } from "../../client/generated/openapi";
import { documentName, documentsInTree, folderNameOf } from "../../definitions/document/docpath";
import { type Result, result } from "../result";
import { type Ask } from "./ask";

/** Which document to read. */
export interface GetDocumentArgs {
  /** Original slug of the organization. */
  organization: string;
  /** Its docpath, or the last segment of it. */
  document: string;
}

/** What LumenOne knows of a document. */
export type GetDocumentResult = Result<components["schemas"]["Document"]>;

export const getDocument: Ask<GetDocumentArgs, GetDocumentResult> = async (client, args, request) => {
  const { organization: orgSlug, document } = args;
  return result(await client.getDocument({ orgSlug, docName: documentName(document) }, undefined, request));
};

/** Whose to list. */
export interface GetDocumentsArgs {
  /** Original slug of the organization. */
  organization: string;
  /** Only those in this folder: its name, or the id of its resource. Default: those of every folder. */
  folder?: string;
}

/** The documents, without their content. */
export interface GetDocumentsResult {
  documents: (Result<components["schemas"]["Document"]> & {
    /** Name of the folder that it is in. */
    folder: string;
    /** `organization/folder/name` (its form is assumed): what `document` of a DocumentEmbedding takes. */
    docpath: string;
  })[];
}

type Listed = components["schemas"]["Document"] & { folder: string };

export const getDocuments: Ask<GetDocumentsArgs, GetDocumentsResult> = async (client, args, request) => {
  const { organization, folder } = args;
  let documents: Listed[];
  if (folder === undefined) {
    const tree = await client.listDocuments({ orgSlug: organization }, undefined, request);
    documents = documentsInTree(tree) as unknown as Listed[];
  } else {
    const folderName = folderNameOf(folder);
    const found = await client.listDocumentsInFolder({ orgSlug: organization, folderName }, undefined, request);
    documents = found.map((document) => ({ ...document, folder: folderName }));
  }
  return {
    documents: documents.map((document) => ({
      ...result(document),
      docpath: `${organization}/${document.folder}/${document.name}`,
    })),
  };
};
