// Generated from provider/definitions/organization.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { definition } from "../definitions/organization";
import { type OptionalInput } from "../dynamic/program/inputs";
import { resourceClass } from "../dynamic/program/resource-class";

/** The arguments of {@link Organization}. */
export interface OrganizationArgs {
  /** Display name, 1 to 255 characters (assumed). May repeat. Changed in place; the slug stays. Default: the resource's name. */
  name?: OptionalInput<string>;
  /**
   * Deletes the organization with everything inside. Default: false, and an organization with workspaces or documents
   * is not deleted. Acts from the state, so an `up` that sets it comes first.
   */
  forceDestroy?: OptionalInput<boolean>;
  /**
   * Refuses to delete or replace it in any case, before anything inside is deleted: known in the program, it sets the
   * option `protect`, unless the program sets that itself. To end it, set it to false and run `pulumi up`. Default: false.
   */
  deletionProtection?: OptionalInput<boolean>;
  /** Takes over an existing organization of this name, if there is exactly one. Default: `lumenone:adopt`, then false. */
  adopt?: OptionalInput<boolean>;
  /** UUID of the account. Default: `lumenone:accountId`. A change makes a new organization. */
  accountId?: OptionalInput<string>;
}

/**
 * A customer's organization: holds workspaces, tools, folders, documents and numbers.
 *
 * Deleting it takes everything inside (assumed), so one that is not empty is only deleted with `forceDestroy`.
 * Its id, also for `.get`, is its original slug.
 *
 * @example
 * const acme = new lumenone.Organization("acme", { name: "Acme Inc." });
 * export const slug = acme.slug;
 */
export class Organization extends resourceClass<OrganizationArgs>(definition) {
  /** Display name, 1 to 255 characters (assumed). May repeat. Changed in place; the slug stays. Default: the resource's name. */
  declare readonly name: pulumi.Output<string>;
  /**
   * Deletes the organization with everything inside. Default: false, and an organization with workspaces or documents
   * is not deleted. Acts from the state, so an `up` that sets it comes first.
   */
  declare readonly forceDestroy: pulumi.Output<boolean | undefined>;
  /**
   * Refuses to delete or replace it in any case, before anything inside is deleted: known in the program, it sets the
   * option `protect`, unless the program sets that itself. To end it, set it to false and run `pulumi up`. Default: false.
   */
  declare readonly deletionProtection: pulumi.Output<boolean | undefined>;
  /** Takes over an existing organization of this name, if there is exactly one. Default: `lumenone:adopt`, then false. */
  declare readonly adopt: pulumi.Output<boolean | undefined>;
  /** UUID of the account. Default: `lumenone:accountId`. A change makes a new organization. */
  declare readonly accountId: pulumi.Output<string | undefined>;
  /** LumenOne's number for the organization. */
  declare readonly organizationId: pulumi.Output<string>;
  /** When it was made (assumed): RFC 3339 in UTC, with milliseconds. */
  declare readonly createdAt: pulumi.Output<string>;
  /** Original slug, as LumenOne made it from the first name. The same as `id`. */
  declare readonly slug: pulumi.Output<string>;
  /** The slug as LumenOne's URLs write it. */
  declare readonly hexSlug: pulumi.Output<string>;
}
