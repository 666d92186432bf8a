import type { Entities, Kind } from "../entities";
import type { Match, Store } from "./store";

/** Removes an entity as LumenOne does: with everything in it, and with the references to it. */
export function removeWithChildren<K extends Kind>(store: Store, kind: K, entity: Entities[K]): void {
  removers[kind]?.(store, entity);
  store.remove(kind, (other) => other === entity);
}

const removers: { [K in Kind]?: (store: Store, entity: Entities[K]) => unknown } = {
  accounts(store, account) {
    removeAll(store, "organizations", { account: account.id });
  },

  organizations(store, { id: organizationId }) {
    for (const kind of ["workspaces", "documents", "tools"] as const) removeAll(store, kind, { organizationId });
    for (const kind of ["folders", "numberRequests", "numbers"] as const) store.remove(kind, { organizationId });
  },

  // Its documents and its call logs stay.
  workspaces(store, { id: workspaceId }) {
    const inside = ["toolAttachments", "embeddings", "voiceIntegrations", "whatsAppConnections"] as const;
    for (const kind of inside) store.remove(kind, { workspaceId });
  },

  tools: (store, { id }) => store.remove("toolAttachments", { toolId: id }),

  folders: (store, { organizationId, name }) => removeAll(store, "documents", { organizationId, folder: name }),

  documents: (store, { id }) => store.remove("embeddings", { documentId: id }),

  numbers(store, { id }) {
    for (const voice of store.filter("voiceIntegrations", { numberId: id })) {
      store.update("voiceIntegrations", voice, { numberId: null });
    }
  },
};

function removeAll<K extends Kind>(store: Store, kind: K, match: Match<K>): void {
  for (const entity of store.filter(kind, match)) removeWithChildren(store, kind, entity);
}
