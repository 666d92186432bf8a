// Generated from provider/definitions/workspace.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { definition } from "../definitions/workspace";
import { type OptionalInput } from "../dynamic/program/inputs";
import { resourceClass } from "../dynamic/program/resource-class";
import { type Organization } from "./organization";

/** The arguments of {@link Workspace}. */
export interface WorkspaceArgs {
  /** The organization it belongs to: the resource, or its original slug. A change makes a new workspace. */
  organization: Organization | pulumi.Input<string>;
  /** Display name, 1 to 255 characters (upstream). May repeat. Changed in place; the slug stays. Default: the resource's name. */
  name?: OptionalInput<string>;
  /** Temperature of the chat model, at least 0; null for the model's own (upstream). Default: null. */
  openAiTemp?: OptionalInput<number | null>;
  /** How many messages of a chat the model is shown again. Default: 20 (upstream). */
  openAiHistory?: OptionalInput<number>;
  /** System prompt; null or empty for LumenOne's own (upstream). */
  openAiPrompt?: OptionalInput<string | null>;
  /** How similar a passage must be to be used, 0 to 1. Default: 0.25 (upstream). */
  similarityThreshold?: OptionalInput<number>;
  /** How many passages the model is given, at least 1. Default: 4 (upstream). */
  topN?: OptionalInput<number>;
  /**
   * `chat` answers from documents and the model's knowledge, `query` from documents alone, `automatic` (newer
   * servers) also uses tools (upstream). Others are refused: LumenOne would replace them (upstream). Default: the
   * server's, `chat`, or `automatic` since 2026-03-31 (upstream). Dropping the field gives it that default back.
   */
  chatMode?: OptionalInput<"chat" | "query" | "automatic" | (string & {})>;
  /**
   * Provider of the chat model; null, `none` or `default` for the instance's (upstream). `anythingllm-router` (newer
   * servers) chooses the model itself, so `chatModel` cannot be set beside it (upstream).
   */
  chatProvider?: OptionalInput<string | null>;
  /** Chat model; null for the provider's default (upstream). */
  chatModel?: OptionalInput<string | null>;
  /** Provider of the agent's model; null for the instance's (upstream). */
  agentProvider?: OptionalInput<string | null>;
  /** Agent's model; null for the provider's default (upstream). */
  agentModel?: OptionalInput<string | null>;
  /** The response in `query` mode when no document fits; null for LumenOne's own text (upstream). */
  queryRefusalResponse?: OptionalInput<string | null>;
  /** `default`, or `rerank` to sort passages by a second model (upstream). Default: `default`. */
  vectorSearchMode?: OptionalInput<"default" | "rerank">;
  /** Takes over an existing workspace of this name in the organization, if there is exactly one. Default: `lumenone:adopt`, then false. */
  adopt?: OptionalInput<boolean>;
  /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new workspace. */
  accountId?: OptionalInput<string>;
}

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
export class Workspace extends resourceClass<WorkspaceArgs>(definition) {
  /** The organization it belongs to: the resource, or its original slug. A change makes a new workspace. */
  declare readonly organization: pulumi.Output<string>;
  /** Display name, 1 to 255 characters (upstream). May repeat. Changed in place; the slug stays. Default: the resource's name. */
  declare readonly name: pulumi.Output<string>;
  /** Temperature of the chat model, at least 0; null for the model's own (upstream). Default: null. */
  declare readonly openAiTemp: pulumi.Output<number | null | undefined>;
  /** How many messages of a chat the model is shown again. Default: 20 (upstream). */
  declare readonly openAiHistory: pulumi.Output<number | undefined>;
  /** System prompt; null or empty for LumenOne's own (upstream). */
  declare readonly openAiPrompt: pulumi.Output<string | null | undefined>;
  /** How similar a passage must be to be used, 0 to 1. Default: 0.25 (upstream). */
  declare readonly similarityThreshold: pulumi.Output<number | undefined>;
  /** How many passages the model is given, at least 1. Default: 4 (upstream). */
  declare readonly topN: pulumi.Output<number | undefined>;
  /**
   * `chat` answers from documents and the model's knowledge, `query` from documents alone, `automatic` (newer
   * servers) also uses tools (upstream). Others are refused: LumenOne would replace them (upstream). Default: the
   * server's, `chat`, or `automatic` since 2026-03-31 (upstream). Dropping the field gives it that default back.
   */
  declare readonly chatMode: pulumi.Output<"chat" | "query" | "automatic" | (string & {}) | undefined>;
  /**
   * Provider of the chat model; null, `none` or `default` for the instance's (upstream). `anythingllm-router` (newer
   * servers) chooses the model itself, so `chatModel` cannot be set beside it (upstream).
   */
  declare readonly chatProvider: pulumi.Output<string | null | undefined>;
  /** Chat model; null for the provider's default (upstream). */
  declare readonly chatModel: pulumi.Output<string | null | undefined>;
  /** Provider of the agent's model; null for the instance's (upstream). */
  declare readonly agentProvider: pulumi.Output<string | null | undefined>;
  /** Agent's model; null for the provider's default (upstream). */
  declare readonly agentModel: pulumi.Output<string | null | undefined>;
  /** The response in `query` mode when no document fits; null for LumenOne's own text (upstream). */
  declare readonly queryRefusalResponse: pulumi.Output<string | null | undefined>;
  /** `default`, or `rerank` to sort passages by a second model (upstream). Default: `default`. */
  declare readonly vectorSearchMode: pulumi.Output<"default" | "rerank" | undefined>;
  /** Takes over an existing workspace of this name in the organization, if there is exactly one. Default: `lumenone:adopt`, then false. */
  declare readonly adopt: pulumi.Output<boolean | undefined>;
  /** UUID of the account. Default: the organization's, then `lumenone:accountId`. A change makes a new workspace. */
  declare readonly accountId: pulumi.Output<string | undefined>;
  /** LumenOne's number for the workspace (upstream). */
  declare readonly workspaceId: pulumi.Output<string>;
  /** When it was made (upstream): RFC 3339 in UTC, with milliseconds. */
  declare readonly createdAt: pulumi.Output<string>;
  /** Original slug, as LumenOne made it from the first name. The same as `id`. */
  declare readonly slug: pulumi.Output<string>;
  /** The slug as LumenOne's URLs write it. */
  declare readonly hexSlug: pulumi.Output<string>;
}
