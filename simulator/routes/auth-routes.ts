import type { Routes } from "../http/call";

/** The server has checked the key before it comes here. */
export const authRoutes: Routes = {
  verifyApiKey: () => ({ body: { authenticated: true } }),
};
