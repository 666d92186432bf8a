import { invoke, type InvokeOptions, outputForm } from "./invoke";

/** Whether LumenOne accepts the configured key. */
export interface GetAuthStatusResult {
  authenticated: boolean;
}

/**
 * Asks LumenOne whether the key is good (documented). Runs when it is called, in preview too.
 * @throws {ApiError} 403 for a missing, malformed or revoked key
 *
 * @example
 * const { authenticated } = await lumenone.getAuthStatus();
 */
export function getAuthStatus(_args: object = {}, options?: InvokeOptions): Promise<GetAuthStatusResult> {
  return invoke(options, async (client) => ({ authenticated: (await client.verifyApiKey()).authenticated }));
}

/** {@link getAuthStatus} for outputs. */
export const getAuthStatusOutput = outputForm(getAuthStatus);
