import { type components } from "../../client/generated/openapi";
import { allPages } from "../../client/pages";
import { type Result, results } from "../result";
import { type Ask } from "./ask";

/** Which calls to list. */
export interface GetCallLogsArgs {
  /** Original slug of a workspace. Default: every workspace of the company. */
  workspace?: string;
  /** Only calls made at or after this time, ISO 8601 (documented). */
  after?: string;
  /** Only calls made at or before this time, ISO 8601 (documented). */
  before?: string;
  /** Calls in one page, 1 to 500. Default: 50 (documented). */
  limit?: number;
  /** How many of the newest calls to pass over. Default: 0 (documented). */
  offset?: number;
  /** How many calls at the most, over all pages. Default: 1,000. */
  maxItems?: number;
}

/** Calls, newest first (documented). */
export interface GetCallLogsResult {
  callLogs: Result<components["schemas"]["CallLog"]>[];
}

/** The result is secret: calls hold customers' numbers and summaries. */
export const secret = true;

/** What `getCallLogs` asks LumenOne. */
export const getCallLogs: Ask<GetCallLogsArgs, GetCallLogsResult> = async (
  client,
  { workspace, maxItems, limit, offset, ...filter },
  request,
) => {
  const page = (at: { limit: number; offset: number }) =>
    workspace === undefined
      ? client.listCallLogs({ ...filter, ...at }, undefined, request)
      : client.listWorkspaceCallLogs({ ...filter, ...at, slug: workspace }, undefined, request);
  return { callLogs: results(await allPages(page, { limit, offset, maxItems })) };
};
