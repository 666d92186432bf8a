// Generated from provider/definitions/account.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { definition } from "../definitions/account";
import { type OptionalInput } from "../dynamic/program/inputs";
import { resourceClass } from "../dynamic/program/resource-class";

/** The arguments of {@link Account}. */
export interface AccountArgs {
  /** Name of the customer account, 1 to 255 characters (assumed). May repeat. Cannot be changed. Default: the resource's name. */
  name?: OptionalInput<string>;
}

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
export class Account extends resourceClass<AccountArgs>(definition) {
  /** Name of the customer account, 1 to 255 characters (assumed). May repeat. Cannot be changed. Default: the resource's name. */
  declare readonly name: pulumi.Output<string>;
  /** When it was made (assumed): RFC 3339 in UTC, with milliseconds. */
  declare readonly createdAt: pulumi.Output<string>;
  /** UUID of the account: what `accountId` of other resources takes. The same as `id`. */
  declare readonly accountId: pulumi.Output<string>;
}
