// Generated from provider/definitions/document-embedding.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { definition } from "../definitions/document-embedding";
import { type OptionalInput } from "../dynamic/program/inputs";
import { resourceClass } from "../dynamic/program/resource-class";
import { type Document } from "./document";
import { type Workspace } from "./workspace";

/** The arguments of {@link DocumentEmbedding}. */
export interface DocumentEmbeddingArgs {
  /** The workspace that answers from the document: the resource, or its original slug. */
  workspace: Workspace | pulumi.Input<string>;
  /** The document, of the same organization: the resource, or its docpath. */
  document: Document | pulumi.Input<string>;
  /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
  accountId?: OptionalInput<string>;
}

/**
 * Lets a workspace answer from a document of its organization.
 *
 * Embeddings of one workspace that are ready together are made with one call, which can take minutes. One that LumenOne
 * drops without a word (upstream) is an error. Embedding what is embedded changes nothing. When the document is replaced,
 * the new one is embedded before the old one leaves, so that there is no moment without either. Its id, also for `.get`,
 * is `workspaceSlug/docpath`.
 *
 * @example
 * new lumenone.DocumentEmbedding("support-handbook", { workspace: support, document: handbook });
 */
export class DocumentEmbedding extends resourceClass<DocumentEmbeddingArgs>(definition) {
  /** The workspace that answers from the document: the resource, or its original slug. */
  declare readonly workspace: pulumi.Output<string>;
  /** The document, of the same organization: the resource, or its docpath. */
  declare readonly document: pulumi.Output<string>;
  /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
  declare readonly accountId: pulumi.Output<string | undefined>;
}
