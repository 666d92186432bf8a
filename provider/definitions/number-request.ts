import { defineResource } from "../lifecycle/definition/definition";
import { integer, integerOutput, output, text } from "../lifecycle/definition/fields";
import { createOnce } from "../lifecycle/once/once";
import { organizationReference } from "./references";
import { accountId } from "./common-fields";
import { fulfilled } from "./number-request/fulfilled";
import { definition as organization } from "./organization";

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
export const definition = defineResource({
  kind: "NumberRequest",
  version: 1,
  fields: {
    /** The organization that gets the number: the resource, or its original slug. A change asks for another number. */
    organization: organizationReference,
    /** Country of the number, as LumenOne calls it (documented; its values are not). A change asks for another number. */
    country: text({ line: true, trimmed: true, required: true, replaces: true, fixed: true }),
    /** What kind of number, as LumenOne calls it (documented; its values are not). A change asks for another number. */
    numberType: text({ line: true, trimmed: true, required: true, replaces: true, fixed: true }),
    /**
     * Seconds, 1 to 900, that making the request may wait for a person to fulfil it. Default: it does not wait. Acts only
     * when the request is made.
     */
    waitUntilFulfilled: integer({ local: true, createOnly: true, minimum: 1, maximum: 900 }),
    /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change asks for another number. */
    accountId,
    /** `pending`, `approved`, `fulfilled`, `rejected` or `cancelled` (assumed), as of the last `up` or `refresh`. */
    status: output(),
    /** The number, null until there is one: what `numberId` of a VoiceConfig takes (assumed). */
    numberId: integerOutput(),
  },
  id: { orgSlug: { field: "organization" }, id: { response: "id" } },
  derived: {
    /** LumenOne's number for the request, as text. Known from the id. */
    numberRequestId: (id) => id.slice(id.indexOf("/") + 1),
  },
  parent: { field: "organization", definition: organization },
  operations: { create: "createNumberRequest", read: "getNumberRequest", list: "listNumberRequests" },
  names: "repeat",
  slow: true,
  likeness: ({ country, numberType }) => [country, numberType],
  forgets: "LumenOne cannot withdraw a request: it may still be fulfilled, and a number that came of it stays.",
  // A person fulfils it, which can take days.
  create: async (subject) => fulfilled(subject, await createOnce(subject)),
});
