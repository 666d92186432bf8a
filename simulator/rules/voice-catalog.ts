const languages = (...values: string[]) => values.map((value) => ({ value, label: value }));
const choices = (...values: string[]) => values.map((value) => ({ value, label: value }));

/** The providers, voices, models and languages that the simulated LumenOne has, in the shape of the wire. */
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
          { value: "nova-3", label: "Nova 3", languages: languages("en", "de", "es", "fr", "multi") },
          { value: "nova-2", label: "Nova 2", languages: languages("en", "de", "es", "fr", "it", "nl") },
          { value: "nova-2-phonecall", label: "Nova 2 Phonecall", languages: languages("en") },
        ],
      },
      "11labs": {
        models: [{ value: "scribe_v1", label: "Scribe", languages: languages("en", "de", "es", "fr", "it", "pt") }],
      },
    },
  },
};
