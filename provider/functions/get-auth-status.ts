import { getAuthStatus as ask, type GetAuthStatusResult } from "./ask/get-auth-status";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetAuthStatusResult };

/**
 * Asks LumenOne whether the key is good (documented). Runs when it is called, in preview too.
 * @throws {ApiError} 403 for a missing, malformed or revoked key
 *
 * @example
 * const { authenticated } = await lumenone.getAuthStatus();
 */
export function getAuthStatus(_args: object = {}, options?: InvokeOptions): Promise<GetAuthStatusResult> {
  return invoke(options, ask, {});
}

/** {@link getAuthStatus} for outputs. */
export const getAuthStatusOutput = outputForm(getAuthStatus);
