import { type components } from "../client/generated/openapi";
import { documentName } from "../definitions/document/docpath";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, result } from "./result";

/** Which document to read. */
export interface GetDocumentArgs {
  /** Original slug of the organization. */
  organization: string;
  /** Its docpath, or the last segment of it. */
  document: string;
}

/** What LumenOne knows of a document. */
export type GetDocumentResult = Result<components["schemas"]["Document"]>;

/**
 * Reads a document (upstream). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { title, wordCount } = await lumenone.getDocument({ organization: "acme", document: "faq.md-0a1b.json" });
 */
export function getDocument(args: GetDocumentArgs, options?: InvokeOptions): Promise<GetDocumentResult> {
  const docName = documentName(args.document);
  return invoke(options, async (client, request) =>
    result(await client.getDocument({ orgSlug: args.organization, docName }, undefined, request)),
  );
}

/** {@link getDocument} for outputs. */
export const getDocumentOutput = outputForm(getDocument);
