import { getDocument as ask, type GetDocumentArgs, type GetDocumentResult } from "./ask/get-document";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetDocumentArgs, type GetDocumentResult };

/**
 * Reads a document (upstream). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { title, wordCount } = await lumenone.getDocument({ organization: "acme", document: "faq.md-0a1b.json" });
 */
export function getDocument(args: GetDocumentArgs, options?: InvokeOptions): Promise<GetDocumentResult> {
  return invoke(options, ask, args);
}

/** {@link getDocument} for outputs. */
export const getDocumentOutput = outputForm(getDocument);
