import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";

/**
 * The folders in LumenOne's tree of documents, each with its documents under `items` (upstream).
 * @throws for anything else: read as an empty tree, it would make a full folder look safe to delete
 */
export function foldersIn(tree: Values): Values[] {
  const root = isObject(tree["localFiles"]) ? tree["localFiles"] : tree;
  const { items } = root;
  if (!Array.isArray(items)) throw new Error("listDocuments returned something that is not a tree.");
  return items.filter(isObject).filter((item) => item["type"] === "folder");
}

/** The documents of a folder in that tree. @throws when it does not say what is in the folder */
export function documentsIn(folder: Values): Values[] {
  return itemsIn(folder).filter((item) => item["type"] === "file");
}

/** All that is in a folder, whatever it is. @throws when it does not say what is in the folder */
export function itemsIn({ name, items }: Values): Values[] {
  if (!Array.isArray(items)) throw new Error(`listDocuments does not say what is in the folder ${String(name)}.`);
  return items.filter(isObject);
}
