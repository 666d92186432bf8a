// Generated from provider/definitions/document.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { definition } from "../definitions/document";
import { type OptionalInput } from "../dynamic/program/inputs";
import { resourceClass } from "../dynamic/program/resource-class";
import { type Folder } from "./folder";
import { type Organization } from "./organization";

/** The arguments of {@link Document}. */
export interface DocumentArgs {
  /** The organization it belongs to: the resource, or its original slug. A change makes a new document. */
  organization: Organization | pulumi.Input<string>;
  /**
   * The folder it goes into, of the same organization: the resource, or its name. A change makes a new document.
   * Default: LumenOne's default folder (documented). LumenOne makes a folder that is missing (upstream).
   */
  folder?: Folder | OptionalInput<string>;
  /**
   * The file: a path, or a FileAsset, StringAsset or RemoteAsset of Pulumi. Its name is the document's, a text's is the
   * resource's. Another content makes a new document. The state holds its hash and its path, never the content.
   */
  source: pulumi.Input<string | pulumi.asset.Asset>;
  /** Its title, at most 255 characters (assumed). Default: the file's name (upstream). A change makes a new document. */
  title?: OptionalInput<string>;
  /** Who wrote it (upstream), at most 255 characters (assumed). A change makes a new document. */
  docAuthor?: OptionalInput<string>;
  /** What it is about (upstream). A change makes a new document. */
  description?: OptionalInput<string>;
  /** Where it comes from (upstream), at most 255 characters (assumed). A change makes a new document. */
  docSource?: OptionalInput<string>;
  /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new document. */
  accountId?: OptionalInput<string>;
}

/**
 * A document in an organization's storage, made of a file. {@link DocumentEmbedding} puts it into workspaces.
 *
 * LumenOne cannot edit documents (documented), so any change uploads the file as a new one, and then deletes the old one;
 * embeddings that name the resource follow in between. A file whose content is as it was is not uploaded again.
 *
 * A refresh sees whether the document is still there. It does not see its content, which nobody can change there, nor
 * what LumenOne made of it. Its id, also for `.get`, is its docpath.
 *
 * @example
 * const handbook = new lumenone.Document("handbook", { organization: acme, source: "docs/handbook.pdf" });
 * new lumenone.DocumentEmbedding("support-handbook", { workspace: support, document: handbook });
 */
export class Document extends resourceClass<DocumentArgs>(definition) {
  /** The organization it belongs to: the resource, or its original slug. A change makes a new document. */
  declare readonly organization: pulumi.Output<string>;
  /**
   * The folder it goes into, of the same organization: the resource, or its name. A change makes a new document.
   * Default: LumenOne's default folder (documented). LumenOne makes a folder that is missing (upstream).
   */
  declare readonly folder: pulumi.Output<string | undefined>;
  /** Its title, at most 255 characters (assumed). Default: the file's name (upstream). A change makes a new document. */
  declare readonly title: pulumi.Output<string | undefined>;
  /** Who wrote it (upstream), at most 255 characters (assumed). A change makes a new document. */
  declare readonly docAuthor: pulumi.Output<string | undefined>;
  /** What it is about (upstream). A change makes a new document. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** Where it comes from (upstream), at most 255 characters (assumed). A change makes a new document. */
  declare readonly docSource: pulumi.Output<string | undefined>;
  /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new document. */
  declare readonly accountId: pulumi.Output<string | undefined>;
  /** LumenOne's own id of the document (upstream). */
  declare readonly documentId: pulumi.Output<string>;
  /** SHA-256 of the content that was uploaded, in hex. Empty after `.get`: LumenOne does not show it. */
  declare readonly contentHash: pulumi.Output<string>;
  /** Name under which the file was uploaded. Another name for the same content changes nothing. Empty after `.get`. */
  declare readonly fileName: pulumi.Output<string>;
  /** How many words LumenOne found in it, null when it does not say (upstream). */
  declare readonly wordCount: pulumi.Output<number | null>;
  /** Where LumenOne keeps it: `orgSlug/folder/name.json` (its form is assumed). The same as `id`. */
  declare readonly docpath: pulumi.Output<string>;
}
