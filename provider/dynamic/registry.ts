import { type Definition } from "../lifecycle/definition";

/**
 * The definition of each kind, loaded when it is first needed: a host process reads only the kinds of its stack.
 * The kinds' names stand in state files and stay for ever.
 */
const definitions: Record<string, () => Definition> = {
  Organization: () => (require("../resources/organization") as typeof import("../resources/organization")).definition,
  Workspace: () => (require("../resources/workspace") as typeof import("../resources/workspace")).definition,
  OrganizationTool: () =>
    (require("../resources/organization-tool") as typeof import("../resources/organization-tool")).definition,
  ToolAttachment: () =>
    (require("../resources/tool-attachment") as typeof import("../resources/tool-attachment")).definition,
  Folder: () => (require("../resources/folder") as typeof import("../resources/folder")).definition,
  Document: () => (require("../resources/document") as typeof import("../resources/document")).definition,
  DocumentEmbedding: () =>
    (require("../resources/document-embedding") as typeof import("../resources/document-embedding")).definition,
  Account: () => (require("../resources/account") as typeof import("../resources/account")).definition,
  NumberRequest: () =>
    (require("../resources/number-request") as typeof import("../resources/number-request")).definition,
  VoiceConfig: () => (require("../resources/voice-config") as typeof import("../resources/voice-config")).definition,
};

/** Every kind of resource there is. */
export const kinds = Object.keys(definitions);

/** @throws when this release does not know the kind */
export function definitionOf(kind: string): Definition {
  const load = definitions[kind];
  if (load) return load();
  throw new Error(
    `This release of pulumi-lumenone does not know the kind "${kind}". Known are ${kinds.join(", ")}. ` +
      "Update the package to the release that wrote this state, or a later one.",
  );
}
