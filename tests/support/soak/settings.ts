import { type Declared } from "./model";

/** Settings that random programs give, the values they give them, and what is there when they are dropped. */
export const settingsOf: Readonly<
  Record<Declared["kind"], Readonly<Record<string, { readonly values: readonly unknown[]; readonly dropped: unknown }>>>
> = {
  Organization: {},
  Workspace: {
    topN: { values: [3, 5, 9], dropped: 4 },
    openAiPrompt: { values: ["Be brief.", "Be kind."], dropped: null },
    similarityThreshold: { values: [0.4, 0.75], dropped: 0.25 },
  },
  // LumenOne documents no default for a description: it is left, with a warning.
  OrganizationTool: {
    enabled: { values: [false, true], dropped: true },
  },
  Folder: {},
  ToolAttachment: {},
  VoiceConfig: {
    firstMessage: { values: ["Hello!", "Good day!"], dropped: null },
  },
};
