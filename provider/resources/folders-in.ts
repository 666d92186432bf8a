import { isObject, type Values } from "../lifecycle/values";

/**
 * The folders in LumenOne's tree of documents, each with its documents under `items` (upstream).
 * @throws for anything else: read as an empty tree, it would make a full folder look safe to delete
 */
export function foldersIn(tree: unknown): Values[] {
  const root = isObject(tree) && isObject(tree["localFiles"]) ? tree["localFiles"] : tree;
  const items = isObject(root) ? root["items"] : root;
  if (!Array.isArray(items)) throw new Error("listDocuments was answered with something that is no tree.");
  return items.filter(isObject).filter((item) => item["type"] === "folder");
}

/** The documents of a folder in that tree. */
export function documentsIn(folder: Values): Values[] {
  const { items } = folder;
  return Array.isArray(items) ? items.filter(isObject).filter((item) => item["type"] === "file") : [];
}
