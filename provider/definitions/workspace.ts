import { toHexSlug } from "../client/contract/slug";
import { defineResource } from "../lifecycle/definition/definition";
import { choice, integer, number, openChoice, output, text, timeOutput } from "../lifecycle/definition/fields";
import { organizationReference } from "./references";
import { accountId, adopt, displayName, largestInteger } from "./common-fields";
import { organizationOfWorkspace } from "./workspace/organization-of-workspace";
import { validateChatModel } from "./workspace/validate-chat-model";
import { definition as organization } from "./organization";
import { dependentsOfWorkspace } from "./dependents-of";

/** LumenOne reads `none` as nothing, of a provider only: as a model it is a name like any other (upstream). */
const noneIsNull = (value: unknown) => (value === "none" ? null : value);

/** An update to `default` stores nothing, a create the word itself, which is not a provider (upstream). */
const defaultIsNull = (value: unknown) => (value === "default" ? null : noneIsNull(value));

const chatModes = ["chat", "query", "automatic"] as const;

/**
 * A workspace: a chat over documents, with its model, prompt and search settings.
 *
 * A setting that the program leaves out is not managed; one that it drops goes back to its default. Deleting a
 * workspace keeps the organization's documents (upstream). Its id, also for `.get`, is its original slug.
 *
 * @example
 * const support = new lumenone.Workspace("support", {
 *   organization: acme,
 *   openAiPrompt: "You help the customers of Acme.",
 *   similarityThreshold: 0.4,
 * });
 */
export const definition = defineResource({
  kind: "Workspace",
  version: 1,
  fields: {
    /** The organization it belongs to: the resource, or its original slug. A change makes a new workspace. */
    organization: organizationReference,
    /** Display name, 1 to 255 characters (upstream). May repeat. Changed in place; the slug stays. Default: the resource's name. */
    name: text(displayName),
    /** Temperature of the chat model, at least 0; null for the model's own (upstream). Default: null. */
    openAiTemp: number({ nullable: true, minimum: 0 }),
    /** How many messages of a chat the model is shown again. Default: 20 (upstream). */
    openAiHistory: integer({ minimum: 0, maximum: largestInteger, default: 20 }),
    /** System prompt; null or empty for LumenOne's own (upstream). */
    openAiPrompt: text({ nullable: true }),
    /** How similar a passage must be to be used, 0 to 1. Default: 0.25 (upstream). */
    similarityThreshold: number({ minimum: 0, maximum: 1, default: 0.25 }),
    /** How many passages the model is given, at least 1. Default: 4 (upstream). */
    topN: integer({ minimum: 1, maximum: largestInteger, default: 4 }),
    /**
     * `chat` answers from documents and the model's knowledge, `query` from documents alone, `automatic` (newer
     * servers) also uses tools (upstream). Others are refused: LumenOne would replace them (upstream). Default: the
     * server's, `chat`, or `automatic` since 2026-03-31 (upstream). Dropping the field gives it that default back.
     */
    // Which default a server has depends on its version, and only an object made without the field shows it. All
    // versions take null for it (upstream), so null is sent, and neither word is guessed.
    chatMode: openChoice(chatModes, { values: chatModes, resetByNull: true }),
    /**
     * Provider of the chat model; null, `none` or `default` for the instance's (upstream). `anythingllm-router` (newer
     * servers) chooses the model itself, so `chatModel` cannot be set beside it (upstream).
     */
    chatProvider: text({ nullable: true, line: true, normalise: defaultIsNull }),
    /** Chat model; null for the provider's default (upstream). */
    chatModel: text({ nullable: true, line: true }),
    /** Provider of the agent's model; null for the instance's (upstream). */
    agentProvider: text({ nullable: true, line: true, normalise: noneIsNull }),
    /** Agent's model; null for the provider's default (upstream). */
    agentModel: text({ nullable: true, line: true }),
    /** The response in `query` mode when no document fits; null for LumenOne's own text (upstream). */
    queryRefusalResponse: text({ nullable: true }),
    /** `default`, or `rerank` to sort passages by a second model (upstream). Default: `default`. */
    vectorSearchMode: choice(["default", "rerank"], { default: "default" }),
    /** Takes over an existing workspace of this name in the organization, if there is exactly one. Default: `lumenone:adopt`, then false. */
    adopt,
    /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new workspace. */
    accountId,
    /** LumenOne's number for the workspace (upstream). */
    workspaceId: output({ wire: "id" }),
    /** When it was made (upstream): RFC 3339 in UTC, with milliseconds. */
    createdAt: timeOutput(),
  },
  id: { slug: { response: "slug" } },
  parameters: { orgSlug: "organization" },
  derived: {
    /** Original slug, as LumenOne made it from the first name. The same as `id`. */
    slug: (id) => id,
    /** The slug as LumenOne's URLs write it. */
    hexSlug: toHexSlug,
  },
  parent: { field: "organization", definition: organization },
  operations: {
    create: "createWorkspace",
    read: "getWorkspace",
    list: "listOrganizationWorkspaces",
    update: "updateWorkspace",
    delete: "deleteWorkspace",
  },
  names: "repeat",
  locate: async (workspace) => ({ organization: await organizationOfWorkspace(workspace) }),
  validate: validateChatModel,
  // Upstream.
  deleted: "OK",
  dependents: dependentsOfWorkspace,
});
