import * as lumenone from "pulumi-lumenone";

const acme = new lumenone.Organization("acme", { name: "Acme Inc." });
const reception = new lumenone.Workspace("reception", {
  organization: acme,
  openAiPrompt: "You answer the phone of Acme.",
});

// A person at LumenOne fulfils it, which can take days: `pulumi up` does not wait for it.
const line = new lumenone.NumberRequest("line", { organization: acme, country: "US", numberType: "local" });

// Until there is a number, the assistant has none. Then: `pulumi refresh`, which brings the number, and `pulumi up`.
const assistant = new lumenone.VoiceConfig("reception", {
  workspace: reception,
  numberId: line.numberId,
  firstMessage: "Acme, good day! How can I help?",
  prompt: "Take the caller's name and what it is about.",
  voice: { provider: "11labs", voiceId: "reception-voice", model: "eleven_turbo_v2_5" },
  transcriber: { provider: "deepgram", model: "nova-2", language: "en" },
  fallbackVoices: [{ provider: "vapi", voiceId: "Elliot" }],
});

const { numbers } = lumenone.getNumbersOutput({ organization: acme }, { dependsOn: line });
const { callLogs } = lumenone.getCallLogsOutput({ workspace: reception }, { dependsOn: assistant });

export const status = line.status;
export const phoneNumbers = numbers.apply((all) => all.map(({ number }) => number));
// Call logs hold what customers said: both are shown as `[secret]`, and with `pulumi stack output --show-secrets`.
export const calls = callLogs.apply((all) => all.map(({ createdAt, summary }) => `${createdAt} ${summary}`));
export const cost = callLogs.apply((all) => all.reduce((sum, { costTotal }) => sum + (costTotal ?? 0), 0));
