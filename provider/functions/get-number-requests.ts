import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, results } from "./result";

type Status = components["parameters"]["NumberRequestStatus"];

/** Which number requests to list. */
export interface GetNumberRequestsArgs {
  /** Original slug of the organization. */
  organization: string;
  /**
   * Only those of this status: `pending`, `approved`, `fulfilled`, `rejected` or `cancelled` (a filter is documented, its
   * values are assumed). Default: all.
   */
  // `string & {}` keeps the known words in the editor's list.
  status?: Status | (string & {});
}

/** What LumenOne has. */
export interface GetNumberRequestsResult {
  numberRequests: Result<components["schemas"]["NumberRequest"]>[];
}

/**
 * Lists the number requests of an organization (documented), all of them: this list is not known to be paged (assumed). Runs when it
 * is called, in preview too.
 * @throws {ApiError} 400 for a status that LumenOne does not know; 404 when there is no such organization, or none that the
 * account may see
 *
 * @example
 * const { numberRequests } = await lumenone.getNumberRequests({ organization: "acme", status: "pending" });
 */
export function getNumberRequests(
  args: GetNumberRequestsArgs,
  options?: InvokeOptions,
): Promise<GetNumberRequestsResult> {
  const status = args.status as Status | undefined;
  const filter = status === undefined ? {} : { status };
  return invoke(options, async (client, request) => ({
    numberRequests: results(
      await client.listNumberRequests({ orgSlug: args.organization, ...filter }, undefined, request),
    ),
  }));
}

/** {@link getNumberRequests} for outputs. */
export const getNumberRequestsOutput = outputForm(getNumberRequests);
