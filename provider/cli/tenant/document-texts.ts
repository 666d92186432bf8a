import { documentName } from "../../definitions/document/docpath";
import { definitionOf } from "../../definitions/registry";
import { ApiError } from "../../errors/api-error";
import { type Doubt, doubtOf } from "../../lifecycle/object/doubt";
import { Subject } from "../../lifecycle/object/subject";
import { type Context } from "../../lifecycle/process/context";
import { type Values } from "../../lifecycle/state/values";
import { type TenantDocument, type TenantObject } from "./tenant";

const definition = definitionOf("Document");

/**
 * Makes a function that reads documents with their text, as far as LumenOne gives it. After the first one without a text, no other
 * is requested.
 * @param unread is called about each document that is not shown
 */
export function documentTexts(context: Context, unread: (doubt: Doubt, docpath: string) => void) {
  /** Whether LumenOne gives the text of documents; undefined until one has been shown. */
  let given: boolean | undefined;

  const show = async ({ id, identity }: TenantObject): Promise<Values | undefined> => {
    const parameters = { orgSlug: identity["organization"], docName: documentName(id) };
    try {
      return await new Subject(definition, context, identity).one("getDocument", { parameters });
    } catch (error) {
      const doubt = error instanceof ApiError && error.reason === "notFound" ? doubtOf(error) : undefined;
      if (!doubt) throw error;
      unread(doubt, id);
      // A missing path gives no text at all; LumenOne's own 404 is about this document.
      if (!doubt.ownForm) given ??= false;
      return undefined;
    }
  };

  const read = async (document: TenantObject): Promise<TenantDocument> => {
    const shown = await show(document);
    // The request has the name alone, and two folders may have it.
    if (shown === undefined || shown["id"] !== document.remote["id"]) return document;
    const text = shown["pageContent"];
    const hasText = typeof text === "string" && text !== "";
    given ??= hasText;
    return hasText ? { ...document, text } : document;
  };

  return async (documents: readonly TenantObject[]): Promise<TenantDocument[]> => {
    const first: TenantDocument[] = [];
    // One by one until LumenOne has shown one.
    while (given === undefined && first.length < documents.length) first.push(await read(documents[first.length]!));
    const others = documents.slice(first.length);
    return [...first, ...(given ? await Promise.all(others.map(read)) : others)];
  };
}
