// Generated from provider/definitions/number-request.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { definition } from "../definitions/number-request";
import { type OptionalInput } from "../dynamic/program/inputs";
import { resourceClass } from "../dynamic/program/resource-class";
import { type Organization } from "./organization";

/** The arguments of {@link NumberRequest}. */
export interface NumberRequestArgs {
  /** The organization that gets the number: the resource, or its original slug. A change asks for another number. */
  organization: Organization | pulumi.Input<string>;
  /** Country of the number, as LumenOne calls it (documented; its values are not). A change asks for another number. */
  country: pulumi.Input<string>;
  /** What kind of number, as LumenOne calls it (documented; its values are not). A change asks for another number. */
  numberType: pulumi.Input<string>;
  /**
   * Seconds, 1 to 900, that making the request may wait for a person to fulfil it. Default: it does not wait. Acts only
   * when the request is made.
   */
  waitUntilFulfilled?: OptionalInput<number>;
  /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change asks for another number. */
  accountId?: OptionalInput<string>;
}

/**
 * Asks LumenOne for a phone number. A person fulfils it, so an `up` does not wait for it, unless `waitUntilFulfilled` is set.
 *
 * `pulumi refresh` brings `status` and `numberId`; what uses the number follows at the next `up`. Nothing can be
 * withdrawn: removing the resource forgets it, with a warning. Its id, also for `.get`, is `orgSlug/id`.
 *
 * @example
 * const request = new lumenone.NumberRequest("line", { organization: acme, country: "US", numberType: "local" });
 * // Without a number at first: `pulumi refresh`, and `pulumi up` again when it is there.
 * new lumenone.VoiceConfig("reception", { workspace: reception, numberId: request.numberId });
 */
export class NumberRequest extends resourceClass<NumberRequestArgs>(definition) {
  /** The organization that gets the number: the resource, or its original slug. A change asks for another number. */
  declare readonly organization: pulumi.Output<string>;
  /** Country of the number, as LumenOne calls it (documented; its values are not). A change asks for another number. */
  declare readonly country: pulumi.Output<string>;
  /** What kind of number, as LumenOne calls it (documented; its values are not). A change asks for another number. */
  declare readonly numberType: pulumi.Output<string>;
  /**
   * Seconds, 1 to 900, that making the request may wait for a person to fulfil it. Default: it does not wait. Acts only
   * when the request is made.
   */
  declare readonly waitUntilFulfilled: pulumi.Output<number | undefined>;
  /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change asks for another number. */
  declare readonly accountId: pulumi.Output<string | undefined>;
  /** `pending`, `approved`, `fulfilled`, `rejected` or `cancelled` (assumed), as of the last `up` or `refresh`. */
  declare readonly status: pulumi.Output<string>;
  /** The number, null until there is one: what `numberId` of a VoiceConfig takes (assumed). */
  declare readonly numberId: pulumi.Output<number | null>;
  /** LumenOne's number for the request, as text. Known from the id. */
  declare readonly numberRequestId: pulumi.Output<string>;
}
