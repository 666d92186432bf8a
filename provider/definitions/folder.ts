import { ApiError } from "../errors/api-error";
import { defineResource } from "../lifecycle/definition/definition";
import { text } from "../lifecycle/definition/fields";
import { organizationReference } from "./references";
import { accountId, adopt, displayName, folderName, forceDestroy } from "./common-fields";
import { dependentsOfFolder } from "./dependents-of";
import { defaultFolder } from "./document/docpath";
import { foldersIn } from "./document/folders-in";
import { definition as organization } from "./organization";
import { refuseNonEmptyFolder } from "./organization/refuse-non-empty";

/**
 * A folder for documents in an organization's storage.
 *
 * Deleting it takes the documents inside and removes them from every workspace (upstream), so one that is not empty is
 * only deleted with `forceDestroy`. No operation to rename folders is known. Its id, also for `.get`, is
 * `orgSlug/name`.
 *
 * @example
 * const manuals = new lumenone.Folder("manuals", { organization: acme });
 */
export const definition = defineResource({
  kind: "Folder",
  version: 1,
  fields: {
    /** The organization it belongs to: the resource, or its original slug. A change makes a new folder. */
    organization: organizationReference,
    /** 1 to 255 characters and bytes, without slashes and `..`, and not `.` (assumed), unique in the organization (upstream). A change makes a new folder. Default: the resource's name. */
    name: text({ ...displayName, ...folderName, replaces: true }),
    /** Deletes the folder with the documents inside. Default: false, and a folder with documents is not deleted. Acts from the state. */
    forceDestroy,
    /** Takes over the existing folder of this name. Default: `lumenone:adopt`, then false. */
    adopt,
    /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new folder. */
    accountId,
  },
  id: { orgSlug: { field: "organization" }, folderName: { field: "name", response: "name" } },
  parent: { field: "organization", definition: organization },
  operations: { create: "createFolder", list: "listDocuments", delete: "deleteFolder" },
  // LumenOne refuses to list what is in a folder that does not exist (upstream).
  witness: (folder) => folder.one("listDocumentsInFolder"),
  names: "unique",
  validate({ inputs, problems }) {
    if (inputs["name"] !== defaultFolder) return;
    problems.add(
      "name",
      "is LumenOne's default folder, which always exists",
      "Choose another name, or leave `folder` out of documents.",
    );
  },
  // Folders are listed as part of the tree of all documents.
  items: foldersIn,
  // LumenOne returns 500 "Folder by that name already exists" where a 409 would be expected (upstream).
  nameTaken: (error) =>
    error instanceof ApiError && (error.reason === "conflict" || /already exists/i.test(error.responseText ?? "")),
  beforeDelete: refuseNonEmptyFolder,
  dependents: dependentsOfFolder,
});
