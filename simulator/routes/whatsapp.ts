import type { WhatsAppConnection } from "../entities";
import type { Call, Routes } from "../http/call";
import { HttpError } from "../http/http-error";

const quarterOfAnHour = 15 * 60 * 1000;

/** The page and its completion need the token only, because a browser opens them. */
export const whatsAppRoutes: Routes = {
  mintWhatsAppConnectToken(call) {
    const { id: workspaceId } = call.workspace();
    const expiresAt = new Date(Date.parse(call.now) + quarterOfAnHour).toISOString();
    const minted = { workspaceId, expiresAt, connected: false };
    const { token } = call.add("whatsAppConnections", minted);
    const url = `${call.urlOf("renderWhatsAppConnectPage")}?token=${token}`;
    return { body: { token, url, expiresAt } };
  },

  renderWhatsAppConnectPage(call) {
    pending(call, call.parameters.token);
    return { type: "text/html", body: "<!doctype html><title>WhatsApp</title><p>Connect your WhatsApp number." };
  },

  finalizeWhatsAppOnboarding(call) {
    const connection = pending(call, call.body<{ token: string }>().token);
    call.store.update("whatsAppConnections", connection, { connected: true });
    return { body: { success: true } };
  },

  disconnectWhatsApp(call) {
    const { id } = call.workspace();
    const removed = call.store.remove("whatsAppConnections", (one) => one.workspaceId === id && one.connected);
    if (removed.length === 0) throw new HttpError(404, "WhatsApp is not connected");
    return { body: { success: true } };
  },
};

/** Returns the onboarding of a token. A token is valid for one onboarding and for 15 minutes. */
function pending({ store, now }: Call, token?: string): WhatsAppConnection {
  const found = store.find("whatsAppConnections", { token });
  if (!found) throw new HttpError(404, "Unknown token");
  if (found.connected) throw new HttpError(400, "The token has been used");
  if (Date.parse(found.expiresAt) <= Date.parse(now)) throw new HttpError(400, "The token has expired");
  return found;
}
