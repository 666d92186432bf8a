import { type CallOptions } from "../client/call-options";
import { type Client } from "../client/client";
import { type components } from "../client/generated/openapi";
import { documentsInTree, folderNameOf } from "../definitions/document/docpath";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, result } from "./result";

/** Whose to list. */
export interface GetDocumentsArgs {
  /** Original slug of the organization. */
  organization: string;
  /** Only those in this folder: its name, or the id of its resource. Default: those of every folder. */
  folder?: string;
}

/** What LumenOne has, without the documents' content. */
export interface GetDocumentsResult {
  documents: (Result<components["schemas"]["Document"]> & {
    /** Name of the folder that it is in. */
    folder: string;
    /** `organization/folder/name` (its form is assumed): what `document` of a DocumentEmbedding takes. */
    docpath: string;
  })[];
}

/**
 * Lists the documents of an organization (documented), or of one of its folders (upstream), all of them: LumenOne is
 * not known to page these lists (assumed). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is no such organization, none that the account may see, or no such folder
 *
 * @example
 * const { documents } = await lumenone.getDocuments({ organization: "acme", folder: "manuals" });
 * for (const { docpath, title } of documents) console.log(docpath, title);
 */
export function getDocuments(args: GetDocumentsArgs, options?: InvokeOptions): Promise<GetDocumentsResult> {
  return invoke(options, async (client, request) => {
    const documents = await listed(client, args, request);
    return {
      documents: documents.map((document) => ({
        ...result(document),
        docpath: `${args.organization}/${document.folder}/${document.name}`,
      })),
    };
  });
}

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

/** {@link getDocuments} for outputs. */
export const getDocumentsOutput = outputForm(getDocuments);
