import { getDocuments as ask, type GetDocumentsArgs, type GetDocumentsResult } from "./ask/get-documents";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetDocumentsArgs, type GetDocumentsResult };

/**
 * Lists the documents of an organization (documented), or of one of its folders (upstream), all of them: LumenOne is
 * not known to page these lists (assumed). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is no such organization, none that the account may see, or no such folder
 *
 * @example
 * const { documents } = await lumenone.getDocuments({ organization: "acme", folder: "handbook" });
 * for (const { docpath, title } of documents) console.log(docpath, title);
 */
export function getDocuments(args: GetDocumentsArgs, options?: InvokeOptions): Promise<GetDocumentsResult> {
  return invoke(options, ask, args);
}

/** {@link getDocuments} for outputs. */
export const getDocumentsOutput = outputForm(getDocuments);
