import { toHexSlug } from "../client/contract/slug";
import { defineResource } from "../lifecycle/definition/definition";
import { flag, output, text, timeOutput } from "../lifecycle/definition/fields";
import { accountId, adopt, displayName, forceDestroy } from "./common-fields";
import { dependentsOfOrganization } from "./dependents-of";
import { refuseNonEmptyOrganization } from "./organization/refuse-non-empty";

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
  id: { orgSlug: { response: "slug" } },
  derived: {
    /** Original slug, as LumenOne made it from the first name. The same as `id`. */
    slug: (id) => id,
    /** The slug as LumenOne's URLs write it. */
    hexSlug: toHexSlug,
  },
  operations: {
    create: "createOrganization",
    read: "getOrganization",
    list: "listOrganizations",
    update: "updateOrganization",
    delete: "deleteOrganization",
  },
  names: "repeat",
  beforeDelete: refuseNonEmptyOrganization,
  dependents: dependentsOfOrganization,
});
