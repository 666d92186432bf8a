import { type Ask } from "./ask";

/** Whether LumenOne accepts the configured key. */
export interface GetAuthStatusResult {
  authenticated: boolean;
}

/** What `getAuthStatus` asks LumenOne. */
export const getAuthStatus: Ask<object, GetAuthStatusResult> = async (client) => ({
  authenticated: (await client.verifyApiKey()).authenticated,
});
