// Generated from provider/definitions/folder.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { definition } from "../definitions/folder";
import { type OptionalInput } from "../dynamic/program/inputs";
import { resourceClass } from "../dynamic/program/resource-class";
import { type Organization } from "./organization";

/** The arguments of {@link Folder}. */
export interface FolderArgs {
  /** The organization it belongs to: the resource, or its original slug. A change makes a new folder. */
  organization: Organization | pulumi.Input<string>;
  /** 1 to 255 characters and bytes, without slashes and `..`, and not `.` (assumed), unique in the organization (upstream). A change makes a new folder. Default: the resource's name. */
  name?: OptionalInput<string>;
  /** Deletes the folder with the documents inside. Default: false, and a folder with documents is not deleted. Acts from the state. */
  forceDestroy?: OptionalInput<boolean>;
  /** Takes over the existing folder of this name. Default: `lumenone:adopt`, then false. */
  adopt?: OptionalInput<boolean>;
  /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new folder. */
  accountId?: OptionalInput<string>;
}

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
export class Folder extends resourceClass<FolderArgs>(definition) {
  /** The organization it belongs to: the resource, or its original slug. A change makes a new folder. */
  declare readonly organization: pulumi.Output<string>;
  /** 1 to 255 characters and bytes, without slashes and `..`, and not `.` (assumed), unique in the organization (upstream). A change makes a new folder. Default: the resource's name. */
  declare readonly name: pulumi.Output<string>;
  /** Deletes the folder with the documents inside. Default: false, and a folder with documents is not deleted. Acts from the state. */
  declare readonly forceDestroy: pulumi.Output<boolean | undefined>;
  /** Takes over the existing folder of this name. Default: `lumenone:adopt`, then false. */
  declare readonly adopt: pulumi.Output<boolean | undefined>;
  /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new folder. */
  declare readonly accountId: pulumi.Output<string | undefined>;
}
