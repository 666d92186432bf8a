/** A provider that this package does not know the rules of. Made by {@link newProvider}. */
export type NewProvider = string & { readonly newProvider: true };

/**
 * Names a provider of voices or transcribers that LumenOne's catalog has and this package does not know yet. Its
 * settings are sent as they are, and LumenOne alone judges them.
 *
 * @example
 * new lumenone.VoiceConfig("support", {
 *   workspace: support,
 *   voice: { provider: lumenone.newProvider("azure"), voiceId: "andrew" },
 * });
 */
export function newProvider(name: string): NewProvider {
  return name as NewProvider;
}

/** A voice of Vapi (documented). */
export interface VapiVoice {
  provider: "vapi";
  /** One of the catalog's `voice.providers.vapi.voiceIds`. */
  voiceId: string;
  /** Vapi's voices have none. */
  model?: undefined;
}

/** A voice of ElevenLabs (documented). */
export interface ElevenLabsVoice {
  provider: "11labs";
  /** Any voice id of ElevenLabs. */
  voiceId: string;
  /** One of the catalog's `voice.providers.11labs.models`. */
  model: string;
}

/** A change to the stored voice, whichever provider it has. LumenOne judges the merged result (documented). */
export interface VoiceChange {
  provider?: undefined;
  voiceId?: string;
  model?: string;
}

/** A voice of a provider that is new. */
export interface NewVoice {
  provider: NewProvider;
  [setting: string]: unknown;
}

/** How the assistant sounds. Its provider decides which settings belong to it. */
export type Voice = VapiVoice | ElevenLabsVoice | NewVoice | VoiceChange;

/** How the assistant understands (documented): both settings belong together. */
export interface KnownTranscriber {
  provider: "deepgram" | "11labs";
  /** One of the catalog's `transcriber.providers.PROVIDER.models`. */
  model: string;
  /** One of that model's `languages`. */
  language: string;
}

/** A change to the stored transcriber. LumenOne judges the merged result (documented). */
export interface TranscriberChange {
  provider?: undefined;
  model?: string;
  language?: string;
}

/** A transcriber of a provider that is new. */
export interface NewTranscriber {
  provider: NewProvider;
  [setting: string]: unknown;
}

/** How the assistant understands its caller. */
export type Transcriber = KnownTranscriber | NewTranscriber | TranscriberChange;
