import { type components } from "../client/generated/openapi";
import { ArgumentError } from "../errors/argument-error";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, results } from "./result";

/** Which phone numbers to list. */
export interface GetNumbersArgs {
  /** Original slug of an organization. Default: every organization of the account. */
  organization?: string;
  /** Goes to LumenOne as it is; needs `organization` (documented; its values are not). Default: none. */
  scope?: string;
}

/** Phone numbers, each with the voice integration that it is linked to, or null (assumed). */
export interface GetNumbersResult {
  numbers: Result<components["schemas"]["Number"]>[];
}

/**
 * Lists phone numbers (documented; the form with `organization` alone assumed), all of them: LumenOne is not known to page
 * these lists. Runs when it is called, in preview too.
 * @throws {ArgumentError} `scope` is given without `organization`
 * @throws {ApiError} 404 when there is no such organization, or none that the account may see
 *
 * @example
 * const { numbers } = await lumenone.getNumbers({ organization: "acme" });
 * const free = numbers.find(({ voiceIntegrationId }) => voiceIntegrationId === null);
 */
export function getNumbers(args: GetNumbersArgs = {}, options?: InvokeOptions): Promise<GetNumbersResult> {
  const { organization, scope } = args;
  return invoke(options, async (client, request) => {
    if (organization === undefined) {
      if (scope !== undefined) throw new ArgumentError("listNumbers", "scope", "needs an organization");
      return { numbers: results(await client.listNumbers({}, undefined, request)) };
    }
    if (scope === undefined) {
      return { numbers: results(await client.listOrganizationNumbers({ orgSlug: organization }, undefined, request)) };
    }
    // Only this operation knows a scope, and it knows an organization by its number (documented).
    const { id } = await client.getOrganization({ orgSlug: organization }, undefined, request);
    return { numbers: results(await client.listNumbers({ organization_id: Number(id), scope }, undefined, request)) };
  });
}

/** {@link getNumbers} for outputs. */
export const getNumbersOutput = outputForm(getNumbers);
