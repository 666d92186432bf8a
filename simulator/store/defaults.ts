import type { VoiceIntegration } from "../entities";

/** What a simulator without a seed has. The key is valid for the simulator only. */
export const defaultCompany = "company";
export const defaultApiKey = "lumenone-simulator-key";
export const defaultAccountId = "11111111-1111-4111-8111-111111111111";

/** The folder that every organization has. It cannot be deleted. */
export const defaultFolder = "custom-documents";

/** An assistant that was provisioned with an empty body. */
export const defaultAssistant = (): Omit<VoiceIntegration, "id" | "workspaceId" | "assistant"> => ({
  firstMessage: null,
  prompt: null,
  voice: { provider: "vapi", voiceId: "Elliot" },
  transcriber: { provider: "deepgram", model: "nova-3", language: "en" },
  fallbackVoices: [],
  fallbackTranscribers: [],
  numberId: null,
});
