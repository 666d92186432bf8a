/** A small catalog of voices and transcribers, in the form that LumenOne documents. */
export const catalog = {
  voice: {
    providers: {
      vapi: { voiceIds: [{ value: "Elliot" }, { value: "Kylie" }] },
      "11labs": { models: [{ value: "eleven_turbo_v2_5" }, { value: "eleven_multilingual_v2" }] },
    },
  },
  transcriber: {
    providers: {
      deepgram: {
        models: [
          {
            value: "nova-2",
            label: "Nova 2",
            languages: [
              { value: "en", label: "English" },
              { value: "de", label: "German" },
            ],
          },
          { value: "nova-3", label: "Nova 3", languages: [{ value: "en", label: "English" }] },
        ],
      },
      "11labs": { models: [{ value: "scribe_v1", label: "Scribe", languages: [{ value: "en", label: "English" }] }] },
    },
  },
};
