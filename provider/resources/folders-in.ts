import { isObject, type Values } from "../lifecycle/values";

/** The folders in LumenOne's tree of documents, each with its documents under `items` (upstream). */
export function foldersIn(tree: unknown): Values[] {
  const root = isObject(tree) && isObject(tree["localFiles"]) ? tree["localFiles"] : tree;
  const items = isObject(root) ? root["items"] : root;
  return Array.isArray(items) ? items.filter(isObject).filter((item) => item["type"] === "folder") : [];
}

/** The documents of a folder in that tree. */
export function documentsIn(folder: Values): Values[] {
  const { items } = folder;
  return Array.isArray(items) ? items.filter(isObject).filter((item) => item["type"] === "file") : [];
}
