import type { Document } from "../entities/document";
import type { Store } from "./store";

/** `{original slug of the organization}/{folder}/{name}.json` */
export function docpath(store: Store, document: Document): string {
  const organization = store.find("organizations", ({ id }) => id === document.organizationId);
  return `${organization?.slug ?? ""}/${document.folder}/${document.name}`;
}

export function findByDocpath(store: Store, path: string): Document | undefined {
  return store.find("documents", (document) => docpath(store, document) === path);
}
