import { defineResource } from "../lifecycle/definition/definition";
import { text, timeOutput } from "../lifecycle/definition/fields";
import { displayName } from "./common-fields";

/**
 * An account of your company: holds organizations (all of it assumed, but that accounts exist, which is documented).
 *
 * LumenOne can neither rename nor delete one: a changed name is an error, and removing the resource forgets it, with a
 * warning. Its id, also for `.get`, is its UUID.
 *
 * @example
 * const account = new lumenone.Account("acme");
 * new lumenone.Organization("acme", { accountId: account.accountId });
 */
export const definition = defineResource({
  kind: "Account",
  version: 1,
  fields: {
    /** Name of the customer account, 1 to 255 characters (assumed). May repeat. Cannot be changed. Default: the resource's name. */
    name: text({
      ...displayName,
      fixed: true,
      immutable:
        "LumenOne cannot rename an account, and a new one would be another customer. Give it back the name it has; to " +
        "have both, declare a second Account.",
    }),
    /** When it was made (assumed): RFC 3339 in UTC, with milliseconds. */
    createdAt: timeOutput(),
  },
  id: { accountId: { response: "id" } },
  derived: {
    /** UUID of the account: what `accountId` of other resources takes. The same as `id`. */
    accountId: (id) => id,
  },
  operations: { create: "createAccount", list: "listAccounts" },
  // LumenOne lists what is in an account of the company's, and refuses to for any other.
  witness: (account) => account.list("listOrganizations", { parameters: {}, accountId: account.id }),
  names: "repeat",
  forgets: "LumenOne cannot delete an account: it stays, with everything in it.",
});
