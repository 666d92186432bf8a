import type * as pulumi from "@pulumi/pulumi";
import { type ArgsOf, type OutputsOf } from "../dynamic/args";
import { resourceClass } from "../dynamic/resource-class";
import { toHexSlug } from "../client/slug";
import { defineResource } from "../lifecycle/definition";
import { flag, output, text, timeOutput } from "../lifecycle/fields";
import { accountId, adopt, displayName, forceDestroy } from "./common-fields";
import { refuseNonEmptyOrganization } from "./refuse-non-empty";

export const definition = defineResource({
  kind: "Organization",
  version: 1,
  fields: {
    /** Display name, 1 to 255 characters (assumed). May repeat. Changed in place; the slug stays. Default: the resource's name. */
    name: text(displayName),
    /**
     * Deletes the organization with everything inside. Default: false, and an organization with workspaces or documents
     * is not deleted. Acts from the state, so an `up` that sets it comes first.
     */
    forceDestroy,
    /**
     * Refuses to delete or replace it in any case, before anything inside is deleted: known in the program, it sets the
     * option `protect`, unless the program sets that itself. To end it, set it to false and run `pulumi up`. Default: false.
     */
    deletionProtection: flag({ local: true }),
    /** Takes over an existing organization of this name, if there is exactly one. Default: `lumenone:adopt`, then false. */
    adopt,
    /** UUID of the account. Default: `lumenone:accountId`. A change makes a new organization. */
    accountId,
    /** LumenOne's number for the organization. */
    organizationId: output({ wire: "id" }),
    /** When it was made (assumed): RFC 3339 in UTC, with milliseconds. */
    createdAt: timeOutput(),
  },
  id: { orgSlug: { answer: "slug" } },
  derived: { slug: (id) => id, hexSlug: toHexSlug },
  operations: {
    create: "createOrganization",
    read: "getOrganization",
    list: "listOrganizations",
    update: "updateOrganization",
    delete: "deleteOrganization",
  },
  names: "repeat",
  beforeDelete: refuseNonEmptyOrganization,
});

/** Args of an {@link Organization}. */
export interface OrganizationArgs extends ArgsOf<typeof definition.fields> {}

/** Outputs of an {@link Organization}. */
export interface OrganizationOutputs extends OutputsOf<typeof definition.fields> {
  /** Original slug, as LumenOne made it from the first name. The same as `id`. */
  readonly slug: pulumi.Output<string>;
  /** The slug as LumenOne's URLs write it. */
  readonly hexSlug: pulumi.Output<string>;
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
export class Organization extends resourceClass<OrganizationArgs, OrganizationOutputs>(definition) {}
