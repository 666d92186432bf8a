import { documentName } from "../../definitions/document/docpath";
import { definitionOf } from "../../definitions/registry";
import { ApiError } from "../../errors/api-error";
import { type Doubt, doubtOf } from "../../lifecycle/object/doubt";
import { Subject } from "../../lifecycle/object/subject";
import { type Context } from "../../lifecycle/process/context";
import { type Values } from "../../lifecycle/state/values";
import { type TenantDocument, type TenantObject } from "./tenant";

const definition = definitionOf("Document");

/** Reads the texts of documents, as far as LumenOne gives them. */
export class DocumentTexts {
  /** Whether LumenOne gives the text of documents; undefined until one has been shown. */
  private given: boolean | undefined;

  /** @param unread is called about each document that is not shown */
  constructor(
    private readonly context: Context,
    private readonly unread: (doubt: Doubt, docpath: string) => void,
  ) {}

  /** Documents with their text. After the first one without a text, no other is requested. */
  async of(documents: readonly TenantObject[]): Promise<TenantDocument[]> {
    const read: TenantDocument[] = [];
    // One by one until LumenOne has shown one.
    while (this.given === undefined && read.length < documents.length) {
      read.push(await this.read(documents[read.length]!));
    }
    const others = documents.slice(read.length);
    return [...read, ...(this.given ? await Promise.all(others.map((document) => this.read(document))) : others)];
  }

  private async read(document: TenantObject): Promise<TenantDocument> {
    const shown = await this.show(document);
    // The request has the name alone, and two folders may have it.
    if (shown === undefined || shown["id"] !== document.remote["id"]) return document;
    const text = shown["pageContent"];
    const hasText = typeof text === "string" && text !== "";
    this.given ??= hasText;
    return hasText ? { ...document, text } : document;
  }

  private async show({ id, identity }: TenantObject): Promise<Values | undefined> {
    const parameters = { orgSlug: identity["organization"], docName: documentName(id) };
    try {
      return await new Subject(definition, this.context, identity).one("getDocument", { parameters });
    } catch (error) {
      const doubt = error instanceof ApiError && error.reason === "notFound" ? doubtOf(error) : undefined;
      if (!doubt) throw error;
      this.unread(doubt, id);
      // A missing path gives no text at all; LumenOne's own 404 is about this document.
      if (!doubt.ownForm) this.given ??= false;
      return undefined;
    }
  }
}
