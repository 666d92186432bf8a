import type { Document } from "../entities/document";
import { shownDocpath } from "../store/docpath";
import type { Store } from "../store/store";

/** A document as it stands in listings. */
export function formatDocument(document: Document) {
  const { id, name, title, url, docAuthor, description, docSource, published, wordCount } = document;
  const metadata = { id, title, url, docAuthor, description, docSource, chunkSource: "", published, wordCount };
  return { name, type: "file", ...metadata, token_count_estimate: document.tokenCount };
}

/** A document as an upload answers it: its docpath stands under `location`. */
export function formatUploadedDocument(store: Store, document: Document) {
  const { name: _name, type: _type, ...metadata } = formatDocument(document);
  return { ...metadata, pageContent: document.pageContent, location: shownDocpath(store, document) };
}
