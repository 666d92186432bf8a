import * as ask from "./ask/documents";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

// For the types of arguments and results: the functions below take the place of those that they ask.
export * from "./ask/documents";

/**
 * Reads a document (upstream). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { title, wordCount } = await lumenone.getDocument({ organization: "acme", document: "faq.md-0a1b.json" });
 */
export function getDocument(args: ask.GetDocumentArgs, options?: InvokeOptions) {
  return invoke(options, ask.getDocument, args);
}

/** {@link getDocument} for outputs. */
export const getDocumentOutput = outputForm(getDocument);

/**
 * Lists the documents of an organization (documented), or of one of its folders (upstream), all of them: LumenOne is
 * not known to page these lists (assumed). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is no such organization, none that the account may see, or no such folder
 *
 * @example
 * const { documents } = await lumenone.getDocuments({ organization: "acme", folder: "handbook" });
 * for (const { docpath, title } of documents) console.log(docpath, title);
 */
export function getDocuments(args: ask.GetDocumentsArgs, options?: InvokeOptions) {
  return invoke(options, ask.getDocuments, args);
}

/** {@link getDocuments} for outputs. */
export const getDocumentsOutput = outputForm(getDocuments);
