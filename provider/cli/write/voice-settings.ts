/** Which of the two a value is. */
export type VoicePart = "Voice" | "Transcriber";

/** Settings of the providers that the package's types know, as `voice-types.ts` has them. */
export const knownSettings: Record<VoicePart, Record<string, readonly string[]>> = {
  Voice: { vapi: ["voiceId"], "11labs": ["voiceId", "model"] },
  Transcriber: { deepgram: ["language", "model"], "11labs": ["language", "model"] },
};

/** Settings that may stand without a provider. */
export const changeableSettings: Record<VoicePart, readonly string[]> = {
  Voice: ["voiceId", "model"],
  Transcriber: ["language", "model"],
};

/** Whether a field of a voice assistant holds voices, transcribers, or something else. */
export function voicePart(field: string): VoicePart | undefined {
  return /voice/i.test(field) ? "Voice" : /transcriber/i.test(field) ? "Transcriber" : undefined;
}
