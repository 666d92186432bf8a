/**
 * Behaviour that differs between servers behind the contract: versions of the upstream product differ, and so do
 * installations of one version. It is not known which of it LumenOne has.
 *
 * `upstream` is the commit of AnythingLLM that introduced or ended it; `newest` marks what its newest known
 * version (1.16.0, 72aabbd15) does, which `mode: "upstream"` implies.
 */
export const quirks = {
  promptIgnoredAtCreate: {
    does: "a create ignores openAiPrompt and stores the server's default prompt",
    upstream: "5716ac5ed (1.9.0) until ba1ac2f09 (1.15.0)",
    newest: false,
  },
  automaticChatMode: {
    does: "the default of chatMode, also for an unknown or empty one, is automatic instead of chat",
    upstream: "since e1ad9080d (2026-03-31)",
    newest: true,
  },
  routers: {
    does: 'an update that sets chatProvider to "anythingllm-router" empties chatModel; any other clears router_id',
    upstream: "since 2026-05-20, server/models/workspace.js:262-271",
    newest: true,
  },
  filenameIsFolder: {
    does: "filename of an embedding is the second segment of its docpath: the folder",
    upstream: "until b18048217 (2026-06-24)",
    newest: false,
  },
  twoSegmentDocpaths: {
    does: "responses show docpaths as folder/name, without the organization; requests may send either",
    upstream: "storage has exactly two segments, server/utils/files/index.js:713-718",
    newest: false,
  },
  slashInFolderNames: {
    does: 'create-folder accepts a name such as "a/b"; an upload into one is a 500',
    upstream: "since 443a492e3 (2026-07-29)",
    newest: true,
  },
  deletionProtected: {
    does: "deleting a workspace is a 403: blocked by the system administrator",
    upstream: "since d348b1744 (2026-05-20), with WORKSPACE_DELETION_PROTECTION",
    newest: false,
  },
  folderPages: {
    does: "listing documents takes folder, offset and limit; a file with broken metadata is left out of a folder's list",
    upstream: "since 443a492e3 (2026-07-29)",
    newest: true,
  },
  quotesLost: {
    does: "what a document is called after its file loses typographic quotes",
    upstream: "since 2026-04-06, collector/utils/files/index.js",
    newest: true,
  },
} as const satisfies Record<string, { does: string; upstream: string; newest: boolean }>;

/** The name of a quirk. */
export type Quirk = keyof typeof quirks;

export const quirkNames = Object.keys(quirks) as Quirk[];

/** Returns the names as quirks. @throws for a name that is not a quirk */
export function asQuirks(names: readonly string[]): Quirk[] {
  const unknown = names.filter((name) => !Object.hasOwn(quirks, name));
  if (unknown.length === 0) return [...new Set(names as Quirk[])];
  throw new Error(`lumenone-simulator: ${unknown.join(", ")} is not a quirk; known are ${quirkNames.join(", ")}`);
}
