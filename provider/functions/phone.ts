import * as ask from "./ask/phone";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

// For the types of arguments and results: the functions below take the place of those that they ask.
export * from "./ask/phone";

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
export function getNumbers(args: ask.GetNumbersArgs = {}, options?: InvokeOptions) {
  return invoke(options, ask.getNumbers, args);
}

/** {@link getNumbers} for outputs. */
export const getNumbersOutput = outputForm(getNumbers);

/**
 * Reads a number request (assumed). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { status, numberId } = await lumenone.getNumberRequest({ organization: "acme", id: "1" });
 */
export function getNumberRequest(args: ask.GetNumberRequestArgs, options?: InvokeOptions) {
  return invoke(options, ask.getNumberRequest, args);
}

/** {@link getNumberRequest} for outputs. */
export const getNumberRequestOutput = outputForm(getNumberRequest);

/**
 * Lists the number requests of an organization (documented), all of them: this list is not known to be paged (assumed). Runs when it
 * is called, in preview too.
 * @throws {ApiError} 400 for a status that LumenOne does not know; 404 when there is no such organization, or none that the
 * account may see
 *
 * @example
 * const { numberRequests } = await lumenone.getNumberRequests({ organization: "acme", status: "pending" });
 */
export function getNumberRequests(args: ask.GetNumberRequestsArgs, options?: InvokeOptions) {
  return invoke(options, ask.getNumberRequests, args);
}

/** {@link getNumberRequests} for outputs. */
export const getNumberRequestsOutput = outputForm(getNumberRequests);

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
export function getCallLogs(args: ask.GetCallLogsArgs = {}, options?: InvokeOptions) {
  return invoke(options, ask.getCallLogs, args);
}

/** {@link getCallLogs} for outputs. Its result is secret. */
export const getCallLogsOutput = outputForm(getCallLogs, ask.getCallLogs);

/**
 * Reads the catalog of voices and transcribers (documented in part). Runs when it is called, in preview too.
 *
 * @example
 * const { voice } = await lumenone.getVoiceCatalog();
 */
export function getVoiceCatalog(_args: object = {}, options?: InvokeOptions) {
  return invoke(options, ask.getVoiceCatalog, {});
}

/** {@link getVoiceCatalog} for outputs. */
export const getVoiceCatalogOutput = outputForm(getVoiceCatalog);

/**
 * Reads the phone assistant of a workspace (assumed). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { firstMessage, numberId } = await lumenone.getVoiceConfig({ workspace: "support" });
 */
export function getVoiceConfig(args: ask.GetVoiceConfigArgs, options?: InvokeOptions) {
  return invoke(options, ask.getVoiceConfig, args);
}

/** {@link getVoiceConfig} for outputs. */
export const getVoiceConfigOutput = outputForm(getVoiceConfig);
