import { isObject } from "../../client/is-object";
import { type Values } from "../../lifecycle/state/values";
import { documentsIn, foldersIn } from "./folders-in";

/** Where documents are when no folder is named: LumenOne's own folder, which it does not delete (documented). */
export const defaultFolder = "custom-documents";

/** `organization/folder/name`; the organization's slug is the first segment (documented), the rest is assumed. */
export const docpathForm = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\s/?#%]+(?:\/[^/]+){2,}$/;

/**
 * Whether LumenOne's docpath names the document of ours. Upstream keeps documents under `folder/name`, so some operations may
 * leave out the organization.
 */
export function sameDocpath(docpath: string, returned: string): boolean {
  return returned === docpath || returned === withoutOrganization(docpath);
}

/** `folder/name`, the form of upstream. */
export function withoutOrganization(docpath: string): string {
  return docpath.slice(docpath.indexOf("/") + 1);
}

/** Last segment of a docpath: the name under which LumenOne gives a single document. */
export function documentName(docpath: string): string {
  return docpath.slice(docpath.lastIndexOf("/") + 1);
}

/** A folder's name; the id of its resource, `orgSlug/name`, names the same folder. */
export function folderNameOf(folder: string): string {
  return folder.slice(folder.indexOf("/") + 1);
}

/** The organization's original slug, which is the first segment of a docpath (documented). */
export function organizationOf(docpath: string): string {
  return docpath.slice(0, Math.max(0, docpath.indexOf("/")));
}

/**
 * The docpath with its organization. Upstream's storage knows `folder/name.json` alone, so LumenOne may return it without
 * the organization that it is sent with (assumed).
 */
export function fullDocpath(organization: string, docpath: string): string {
  return docpath.split("/").length === 2 ? `${organization}/${docpath}` : docpath;
}

/** A returned document with the `folder` and `name` that its `location` has (the form of a location is assumed). */
export function locatedDocument(organization: string, document: Values): Values {
  if (typeof document["location"] !== "string") return document;
  const segments = document["location"].split("/").filter((segment) => segment !== "");
  if (segments.length > 2 && segments[0] === organization) segments.shift();
  const name = segments.pop();
  return { ...document, name, folder: segments.join("/") || defaultFolder };
}

/** Every document in LumenOne's tree, with the folder that it is in. */
export function documentsInTree(tree: Values): Values[] {
  return foldersIn(tree).flatMap((folder) =>
    documentsIn(folder)
      .filter(isObject)
      .map((document) => ({ ...document, folder: folder["name"] })),
  );
}
