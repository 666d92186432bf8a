import { type components } from "../../client/generated/openapi";
import { type Result, results } from "../result";
import { type Ask } from "./ask";

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

/** The number requests, those that are fulfilled or rejected included. */
export interface GetNumberRequestsResult {
  numberRequests: Result<components["schemas"]["NumberRequest"]>[];
}

/** What `getNumberRequests` asks LumenOne. */
export const getNumberRequests: Ask<GetNumberRequestsArgs, GetNumberRequestsResult> = async (client, args, request) => {
  const status = args.status as Status | undefined;
  const filter = status === undefined ? {} : { status };
  const found = await client.listNumberRequests({ orgSlug: args.organization, ...filter }, undefined, request);
  return { numberRequests: results(found) };
};
