import { type components } from "../../client/generated/openapi";
import { documentName } from "../../definitions/document/docpath";
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

/** What `getDocument` asks LumenOne. */
export const getDocument: Ask<GetDocumentArgs, GetDocumentResult> = async (
  client,
  { organization, document },
  request,
) => result(await client.getDocument({ orgSlug: organization, docName: documentName(document) }, undefined, request));
