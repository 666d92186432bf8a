import { type Definition } from "../lifecycle/definition/definition";

/**
 * The definition of each kind, loaded when it is first needed: a host process reads only the kinds of its stack.
 * The kinds' names stand in state files and do not change.
 */
const definitions: Record<string, () => Definition> = {
  Organization: () => (require("./organization") as typeof import("./organization")).definition,
  Workspace: () => (require("./workspace") as typeof import("./workspace")).definition,
  OrganizationTool: () => (require("./organization-tool") as typeof import("./organization-tool")).definition,
  ToolAttachment: () => (require("./tool-attachment") as typeof import("./tool-attachment")).definition,
  Folder: () => (require("./folder") as typeof import("./folder")).definition,
  Document: () => (require("./document") as typeof import("./document")).definition,
  DocumentEmbedding: () => (require("./document-embedding") as typeof import("./document-embedding")).definition,
  Account: () => (require("./account") as typeof import("./account")).definition,
  NumberRequest: () => (require("./number-request") as typeof import("./number-request")).definition,
  VoiceConfig: () => (require("./voice-config") as typeof import("./voice-config")).definition,
};

/** Every kind of resource there is. */
export const kinds = Object.keys(definitions);

/** @throws when this release does not know the kind */
export function definitionOf(kind: string): Definition {
  // A plugin is asked for any name, such as `constructor`.
  if (Object.hasOwn(definitions, kind)) return definitions[kind]!();
  throw new Error(
    `This release of pulumi-lumenone does not know the kind "${kind}". Known are ${kinds.join(", ")}. ` +
      "Update the package to the release that wrote this state, or a later one.",
  );
}
