import { type CallOptions } from "../../client/call-options";
import { type Client } from "../../client/client";
import { type components } from "../../client/generated/openapi";
import { documentsInTree, folderNameOf } from "../../definitions/document/docpath";
import { type Result, result } from "../result";
import { type Ask } from "./ask";

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

/** What `getDocuments` asks LumenOne. */
export const getDocuments: Ask<GetDocumentsArgs, GetDocumentsResult> = async (client, args, request) => {
  const documents = await listed(client, args, request);
  return {
    documents: documents.map((document) => ({
      ...result(document),
      docpath: `${args.organization}/${document.folder}/${document.name}`,
    })),
  };
};

type Listed = components["schemas"]["Document"] & { folder: string };

async function listed(
  client: Client,
  { organization, folder }: GetDocumentsArgs,
  request: CallOptions,
): Promise<Listed[]> {
  if (folder === undefined) {
    const tree = await client.listDocuments({ orgSlug: organization }, undefined, request);
    return documentsInTree(tree) as unknown as Listed[];
  }
  const folderName = folderNameOf(folder);
  const documents = await client.listDocumentsInFolder({ orgSlug: organization, folderName }, undefined, request);
  return documents.map((document) => ({ ...document, folder: folderName }));
}
