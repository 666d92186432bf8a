import { defineResource } from "../lifecycle/definition/definition";
import { reference } from "../lifecycle/definition/fields";
import { isObject } from "../client/is-object";
import { type Values } from "../lifecycle/state/values";
import { workspaceReference } from "./references";
import { accountId } from "./common-fields";
import { docpathForm, sameDocpath } from "./document/docpath";
import { embeddingsOf } from "./document/embeddings";
import { definition as workspaceDefinition } from "./workspace";

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
export const definition = defineResource({
  kind: "DocumentEmbedding",
  version: 1,
  fields: {
    /** The workspace that answers from the document: the resource, or its original slug. */
    workspace: workspaceReference,
    /** The document, of the same organization: the resource, or its docpath. */
    document: reference("Document", {
      required: true,
      replaces: true,
      line: true,
      maxLength: 2000,
      form: { says: "must be a docpath, organization/folder/name", matches: docpathForm },
    }),
    /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
    accountId,
  },
  id: { slug: { field: "workspace" }, docpath: { field: "document", response: "docpath", alike: sameDocpath } },
  parent: { field: "workspace", definition: workspaceDefinition },
  operations: { create: "updateWorkspaceEmbeddings", list: "getWorkspace", delete: "updateWorkspaceEmbeddings" },
  names: "edge",
  slow: true,
  together: { by: "workspace", once: "document" },
  items: documentsOf,
  // Embedding is slow, and takes many documents at once (documented).
  create: async (subject) => {
    const { document } = subject.values;
    await embeddingsOf(subject).add(String(document), subject.context.signal);
    return { docpath: document };
  },
  delete: (subject) => embeddingsOf(subject).remove(String(subject.values["document"]), subject.context.signal),
});

/**
 * What is embedded in a workspace, which shows it itself (upstream).
 * @throws for anything else: read as "nothing is embedded", it would embed everything again
 */
function documentsOf({ documents, slug }: Values, { workspace: asked }: Values): Values[] {
  if (typeof slug === "string" && slug !== asked) throw new Error(`another workspace, ${slug}.`);
  if (!Array.isArray(documents)) throw new Error("a workspace without its documents.");
  return documents.filter(isObject);
}
