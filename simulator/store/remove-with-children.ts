import type { Document } from "../entities";
import type { Entities, Kind } from "../entities";
import { type Store } from "./store";

/** Removes an entity as LumenOne does: with everything in it, and with the references to it. */
export function removeWithChildren<K extends Kind>(store: Store, kind: K, entity: Entities[K]): void {
  const remover = removers[kind];
  remover?.(store, entity);
  store.remove(kind, (other) => other === entity);
}

const removers: { [K in Kind]?: (store: Store, entity: Entities[K]) => void } = {
  accounts(store, account) {
    const inside = store.filter("organizations", (organization) => organization.account === account.id);
    for (const organization of inside) removeWithChildren(store, "organizations", organization);
  },

  organizations(store, { id }) {
    const isInside = (entity: { organizationId: number }): boolean => entity.organizationId === id;
    for (const workspace of store.filter("workspaces", isInside)) removeWithChildren(store, "workspaces", workspace);
    for (const document of store.filter("documents", isInside)) removeWithChildren(store, "documents", document);
    for (const tool of store.filter("tools", isInside)) removeWithChildren(store, "tools", tool);
    store.remove("folders", isInside);
    store.remove("numberRequests", isInside);
    store.remove("numbers", isInside);
  },

  // Its documents and its call logs stay.
  workspaces(store, { id }) {
    const isInside = (entity: { workspaceId: number }): boolean => entity.workspaceId === id;
    store.remove("toolAttachments", isInside);
    store.remove("embeddings", isInside);
    store.remove("voiceIntegrations", isInside);
    store.remove("whatsAppConnections", isInside);
  },

  tools(store, { id }) {
    store.remove("toolAttachments", (attachment) => attachment.toolId === id);
  },

  folders(store, folder) {
    const isInside = (document: Document): boolean =>
      document.organizationId === folder.organizationId && document.folder === folder.name;
    for (const document of store.filter("documents", isInside)) removeWithChildren(store, "documents", document);
  },

  documents(store, { id }) {
    store.remove("embeddings", (embedding) => embedding.documentId === id);
  },

  numbers(store, { id }) {
    for (const voice of store.filter("voiceIntegrations", (one) => one.numberId === id)) {
      store.update("voiceIntegrations", voice, { numberId: null });
    }
  },
};
