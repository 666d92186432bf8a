import { getCallLogs as ask, type GetCallLogsArgs, type GetCallLogsResult, secret } from "./ask/get-call-logs";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetCallLogsArgs, type GetCallLogsResult };

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
  return invoke(options, ask, args);
}

/** {@link getCallLogs} for outputs. Its result is secret. */
export const getCallLogsOutput = outputForm(getCallLogs, { secret });
