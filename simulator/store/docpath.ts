import type { Document } from "../entities/document";
import type { Store } from "./store";

/** `{original slug of the organization}/{folder}/{name}.json` */
export function docpath(store: Store, document: Document): string {
  const organization = store.find("organizations", ({ id }) => id === document.organizationId);
  return `${organization?.slug ?? ""}/${document.folder}/${document.name}`;
}

/** A docpath as responses show it. */
export function shownDocpath(store: Store, document: Document): string {
  return store.has("twoSegmentDocpaths") ? `${document.folder}/${document.name}` : docpath(store, document);
}

export function findByDocpath(store: Store, path: string): Document | undefined {
  return store.find("documents", (document) => docpath(store, document) === path);
}

/** The docpath that a request means, with its organization where the server may leave it out. */
export function fullDocpath(store: Store, organizationId: number, path: string): string {
  if (!store.has("twoSegmentDocpaths") || path.split("/").length !== 2) return path;
  return `${store.find("organizations", ({ id }) => id === organizationId)?.slug ?? ""}/${path}`;
}
