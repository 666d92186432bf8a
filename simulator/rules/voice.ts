import type { Transcriber, Voice } from "../entities";
import { HttpError } from "../http/http-error";

const choices = (...values: string[]) => values.map((value) => ({ value, label: value }));

/** The providers, voices, models and languages that the simulated LumenOne has, as responses have them. */
export const voiceCatalog = {
  voice: {
    providers: {
      vapi: { voiceIds: choices("Elliot", "Kylie", "Rohan", "Lily", "Savannah", "Hana", "Neha", "Cole") },
      "11labs": { models: choices("eleven_multilingual_v2", "eleven_turbo_v2_5", "eleven_flash_v2_5") },
    },
  },
  transcriber: {
    providers: {
      deepgram: {
        models: [
          { value: "nova-3", label: "Nova 3", languages: choices("en", "de", "es", "fr", "multi") },
          { value: "nova-2", label: "Nova 2", languages: choices("en", "de", "es", "fr", "it", "nl") },
          { value: "nova-2-phonecall", label: "Nova 2 Phonecall", languages: choices("en") },
        ],
      },
      "11labs": {
        models: [{ value: "scribe_v1", label: "Scribe", languages: choices("en", "de", "es", "fr", "it", "pt") }],
      },
    },
  },
};

const voices = voiceCatalog.voice.providers;
const transcribers = voiceCatalog.transcriber.providers;

/** Refuses a voice that the catalog does not have; `at` is its place in the body. */
export function checkVoice(voice: Voice, at: string): void {
  const { provider, voiceId, model } = voice;
  if (provider === "vapi") {
    mustHave(voices.vapi.voiceIds, voiceId, `${at}.voiceId`, "voice.providers.vapi.voiceIds[].value");
    if (model !== undefined) throw new HttpError(400, `${at}.model must not be sent with the provider vapi`);
  } else if (provider === "11labs") {
    if (!voiceId) throw new HttpError(400, `${at}.voiceId is required with the provider 11labs`);
    mustHave(voices["11labs"].models, model, `${at}.model`, "voice.providers.11labs.models[].value");
  } else {
    throw new HttpError(400, `${at}.provider must be one of the keys of voice.providers: ${keys(voices)}`);
  }
}

/** Refuses a transcriber that the catalog does not have; `at` is its place in the body. */
export function checkTranscriber(transcriber: Transcriber, at: string): void {
  const { provider, model, language } = transcriber;
  if (provider !== "deepgram" && provider !== "11labs") {
    throw new HttpError(400, `${at}.provider must be one of the keys of transcriber.providers: ${keys(transcribers)}`);
  }
  const models = `transcriber.providers.${provider}.models[]`;
  const found = mustHave(transcribers[provider].models, model, `${at}.model`, `${models}.value`);
  mustHave(found.languages, language, `${at}.language`, `${models}.languages[].value of ${found.value}`);
}

function mustHave<C extends { value: string }>(catalog: C[], value: string | undefined, at: string, path: string): C {
  const found = catalog.find((choice) => choice.value === value);
  if (found) return found;
  const known = catalog.map((choice) => choice.value).join(", ");
  throw new HttpError(400, `${at} must be one of ${path} in the catalog: ${known}`);
}

const keys = (providers: object): string => Object.keys(providers).join(", ");

/**
 * Returns a voice or transcriber after an update. A request with a provider replaces it; a request without one is merged
 * into the stored one.
 */
export function mergeVoice<T extends { provider?: string }>(stored: T, sent: T | undefined): T {
  if (sent === undefined) return stored;
  return sent.provider === undefined ? { ...stored, ...sent } : sent;
}
