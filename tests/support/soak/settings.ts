import { type Kind } from "./model";

interface Setting {
  readonly values: readonly unknown[];
  /** What is there when the program drops it; undefined: it is never dropped. */
  readonly dropped?: unknown;
  /** Nobody can change it at LumenOne. */
  readonly fixed?: boolean;
}

/** Settings that random programs give, the values they give them, and what is there when they are dropped. */
export const settingsOf: Readonly<Record<Kind, Readonly<Record<string, Setting>>>> = {
  Account: {},
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
  // A change makes a new document, which embeddings follow.
  Document: {
    source: { values: ["# One", "# Two"], fixed: true },
    title: { values: ["Handbook", "Manual"], fixed: true },
  },
  ToolAttachment: {},
  VoiceConfig: {
    firstMessage: { values: ["Hello!", "Good day!"], dropped: null },
  },
  // A change asks for another number.
  NumberRequest: {
    country: { values: ["US", "DE"], fixed: true },
  },
  DocumentEmbedding: {},
};
