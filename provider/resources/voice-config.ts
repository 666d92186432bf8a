// Generated from provider/definitions/voice-config.ts by `npm run generate`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { definition } from "../definitions/voice-config";
import { type Transcriber, type Voice } from "../definitions/voice/voice-types";
import { type OptionalInput } from "../dynamic/program/inputs";
import { resourceClass } from "../dynamic/program/resource-class";
import { type Workspace } from "./workspace";

/** The arguments of {@link VoiceConfig}. */
export interface VoiceConfigArgs {
  /** The workspace that answers the phone: the resource, or its original slug. A change configures another workspace. */
  workspace: Workspace | pulumi.Input<string>;
  /** What the assistant says first; null for LumenOne's own (documented; null assumed). */
  firstMessage?: OptionalInput<string | null>;
  /** The assistant's system prompt: what it is and does; null for LumenOne's own (documented; null assumed). */
  prompt?: OptionalInput<string | null>;
  /** How it sounds. With a provider, all settings of that provider (documented). */
  voice?: OptionalInput<Voice>;
  /** How it understands. With a provider, all settings of that provider (documented). */
  transcriber?: OptionalInput<Transcriber>;
  /** Voices to fall back to, in this order. The list replaces the stored one (documented). Default: none. */
  fallbackVoices?: OptionalInput<Voice[]>;
  /** Transcribers to fall back to, in this order. The list replaces the stored one (documented). Default: none. */
  fallbackTranscribers?: OptionalInput<Transcriber[]>;
  /** Number that reaches the assistant: of the workspace's organization, not linked elsewhere. Cannot be unlinked (documented). */
  numberId?: OptionalInput<number>;
  /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
  accountId?: OptionalInput<string>;
}

/**
 * The phone assistant of a workspace. A workspace has at most one, so declaring it makes it or changes the one that is
 * there. No operation to delete it is known: removing the resource forgets it, with a warning.
 *
 * Values that LumenOne's catalog lists are checked in preview. Its id, also for `.get`, is the workspace's
 * original slug.
 *
 * @example
 * new lumenone.VoiceConfig("support", {
 *   workspace: support,
 *   firstMessage: "Acme, good day!",
 *   voice: { provider: "vapi", voiceId: "Elliot" },
 *   transcriber: { provider: "deepgram", model: "nova-2", language: "en" },
 * });
 */
export class VoiceConfig extends resourceClass<VoiceConfigArgs>(definition) {
  /** The workspace that answers the phone: the resource, or its original slug. A change configures another workspace. */
  declare readonly workspace: pulumi.Output<string>;
  /** What the assistant says first; null for LumenOne's own (documented; null assumed). */
  declare readonly firstMessage: pulumi.Output<string | null | undefined>;
  /** The assistant's system prompt: what it is and does; null for LumenOne's own (documented; null assumed). */
  declare readonly prompt: pulumi.Output<string | null | undefined>;
  /** How it sounds. With a provider, all settings of that provider (documented). */
  declare readonly voice: pulumi.Output<Voice | undefined>;
  /** How it understands. With a provider, all settings of that provider (documented). */
  declare readonly transcriber: pulumi.Output<Transcriber | undefined>;
  /** Voices to fall back to, in this order. The list replaces the stored one (documented). Default: none. */
  declare readonly fallbackVoices: pulumi.Output<Voice[] | undefined>;
  /** Transcribers to fall back to, in this order. The list replaces the stored one (documented). Default: none. */
  declare readonly fallbackTranscribers: pulumi.Output<Transcriber[] | undefined>;
  /** Number that reaches the assistant: of the workspace's organization, not linked elsewhere. Cannot be unlinked (documented). */
  declare readonly numberId: pulumi.Output<number | undefined>;
  /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
  declare readonly accountId: pulumi.Output<string | undefined>;
  /** LumenOne's number for the voice integration (assumed). */
  declare readonly voiceIntegrationId: pulumi.Output<string>;
  /** The assistant's name in call logs (assumed). */
  declare readonly assistant: pulumi.Output<string>;
}
