/** The WhatsApp onboarding of a workspace: one row a token. */
export interface WhatsAppConnection {
  id: number;
  workspaceId: number;
  token: string;
  expiresAt: string;
  connected: boolean;
}
