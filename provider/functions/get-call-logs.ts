import { type components } from "../client/generated/openapi";
import { allPages } from "../client/pages";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, results } from "./result";

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

/**
 * Lists phone calls with their costs and summaries (documented; the form with `workspace` assumed). Follows the pages
 * to the end, within `maxItems`. Runs when it is called, in preview too.
 *
 * Calls hold customers' numbers and summaries: what this form gives is not marked secret.
 *
 * @example
 * const { callLogs } = await lumenone.getCallLogs({ workspace: "support", after: "2026-04-01T00:00:00Z" });
 * const total = callLogs.reduce((sum, call) => sum + (call.costTotal ?? 0), 0);
 */
export function getCallLogs(args: GetCallLogsArgs = {}, options?: InvokeOptions): Promise<GetCallLogsResult> {
  const { workspace, maxItems, limit, offset, ...filter } = args;
  return invoke(options, async (client, request) => {
    const page = (at: { limit: number; offset: number }) =>
      workspace === undefined
        ? client.listCallLogs({ ...filter, ...at }, undefined, request)
        : client.listWorkspaceCallLogs({ ...filter, ...at, slug: workspace }, undefined, request);
    return { callLogs: results(await allPages(page, { limit, offset, maxItems })) };
  });
}

/** {@link getCallLogs} for outputs. Its result is secret. */
export const getCallLogsOutput = outputForm(getCallLogs, { secret: true });
