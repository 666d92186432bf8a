import type { Document, Entities, Kind } from "../entities";
import type { Store } from "./store";

/** `{original slug of the organization}/{folder}/{name}.json` */
export function docpath(store: Store, document: Document): string {
  const organization = store.find("organizations", { id: document.organizationId });
  return `${organization?.slug ?? ""}/${document.folder}/${document.name}`;
}

/** The docpath of a document in responses. */
export function shownDocpath(store: Store, document: Document): string {
  return store.has("twoSegmentDocpaths") ? `${document.folder}/${document.name}` : docpath(store, document);
}

export function findByDocpath(store: Store, path: string): Document | undefined {
  return store.find("documents", (document) => docpath(store, document) === path);
}

/** The name by which `simulator.person` finds an entity, besides its id. */
export function naturalKey<K extends Kind>(store: Store, kind: K, entity: Entities[K]): string | undefined {
  const organization = (id: number) => store.find("organizations", { id })?.slug ?? "";
  const workspace = (id: number) => store.find("workspaces", { id })?.slug ?? "";
  const document = (id: string) => store.find("documents", { id });
  const tool = (id: number) => store.find("tools", { id })?.name ?? "";
  const keys: { [K in Kind]?: (entity: Entities[K]) => string } = {
    apiKeys: ({ key }) => key,
    organizations: ({ slug }) => slug,
    workspaces: ({ slug }) => slug,
    tools: ({ organizationId, name }) => `${organization(organizationId)}/${name}`,
    toolAttachments: ({ workspaceId, toolId }) => `${workspace(workspaceId)}/${tool(toolId)}`,
    folders: ({ organizationId, name }) => `${organization(organizationId)}/${name}`,
    documents: (one) => docpath(store, one),
    embeddings({ workspaceId, documentId }) {
      const embedded = document(documentId);
      return `${workspace(workspaceId)}/${embedded ? docpath(store, embedded) : ""}`;
    },
    numbers: ({ number }) => number,
    voiceIntegrations: ({ workspaceId }) => workspace(workspaceId),
    whatsAppConnections: ({ token }) => token,
  };
  return keys[kind]?.(entity);
}
