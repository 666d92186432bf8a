import { type Field } from "../../../provider/lifecycle/definition/fields";

/** Values of fields that single facts do not give: open words that LumenOne knows, and settings whose rules span fields. */
const chosen: Record<string, readonly [unknown, unknown]> = {
  "Workspace.chatMode": ["query", "chat"],
  "OrganizationTool.type": ["apiRequest", "function"],
  "OrganizationTool.config": [
    { url: "https://one.example.com", token: "secret-one" },
    { url: "https://two.example.com", nested: { token: "secret-two" } },
  ],
  "VoiceConfig.voice": [
    { provider: "vapi", voiceId: "Elliot" },
    { provider: "11labs", voiceId: "any", model: "eleven_turbo_v2_5" },
  ],
  "VoiceConfig.transcriber": [
    { provider: "deepgram", model: "nova-2", language: "en" },
    { provider: "deepgram", model: "nova-3", language: "en" },
  ],
  "VoiceConfig.fallbackVoices": [
    [{ provider: "vapi", voiceId: "Kylie" }],
    [
      { provider: "11labs", voiceId: "any", model: "eleven_turbo_v2_5" },
      { provider: "vapi", voiceId: "Kylie" },
    ],
  ],
  "VoiceConfig.fallbackTranscribers": [
    [{ provider: "deepgram", model: "nova-2", language: "en" }],
    [{ provider: "deepgram", model: "nova-3", language: "en" }],
  ],
  // Numbers of the seed that no assistant has.
  "VoiceConfig.numberId": [1, 2],
};

/**
 * Two different values that LumenOne keeps as they are, for one field of a kind.
 * @throws when the facts of the field do not give any: then it needs a row above
 */
export function sampleValues(kind: string, name: string, field: Field): readonly [unknown, unknown] {
  const rows = chosen[`${kind}.${name}`];
  if (rows) return rows;
  if (field.values) return [field.values[1], field.values[0]];
  switch (field.type) {
    case "boolean":
      return [false, true];
    case "string":
      if (field.form && !field.form.matches.test(`${name}-one`)) throw needsRow(kind, name);
      return [`${name}-one`, `${name}-two`];
    case "integer":
      return [(field.minimum ?? 0) + 7, (field.minimum ?? 0) + 11];
    case "number":
      return [(field.minimum ?? 0) + 0.5, (field.minimum ?? 0) + 0.75];
    case "any":
    case "asset":
    case "list":
    case "object":
      throw needsRow(kind, name);
  }
}

const needsRow = (kind: string, name: string) =>
  new Error(`${kind}.${name} needs a row in the table of sample values, in tests/support/scenarios/sample-values.ts`);
