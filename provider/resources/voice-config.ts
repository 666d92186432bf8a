import { type ArgsOf, type OutputsOf } from "../dynamic/args";
import { resourceClass } from "../dynamic/resource-class";
import { ApiError } from "../errors/api-error";
import { type Context } from "../lifecycle/context";
import { defineResource } from "../lifecycle/definition";
import { integer, list, object, output, reference, text } from "../lifecycle/fields";
import { find, request } from "../lifecycle/find";
import { idOf } from "../lifecycle/identity";
import { type Problems } from "../lifecycle/problems";
import { same } from "../lifecycle/same";
import { isObject, type Values } from "../lifecycle/values";
import { write } from "../lifecycle/write";
import { accountId } from "./common-fields";
import { validateVoice } from "./validate-voice";
import { type Catalog, voiceCatalog } from "./voice-catalog";
import { type Transcriber, type Voice } from "./voice-types";
import { type Workspace } from "./workspace";

/** Settings whose values LumenOne's catalog lists. */
const fromCatalog = ["voice", "transcriber", "fallbackVoices", "fallbackTranscribers"];
const settings = ["firstMessage", "prompt", "numberId", ...fromCatalog];

export const definition = defineResource({
  kind: "VoiceConfig",
  version: 1,
  fields: {
    /** The workspace that answers the phone: the resource, or its original slug. A change configures another workspace. */
    workspace: reference<Workspace>("Workspace")({ required: true, replaces: true }),
    /** What the assistant says first; null for LumenOne's own (documented; null assumed). */
    firstMessage: text({ nullable: true }),
    /** What the assistant is told to be and do; null for LumenOne's own (documented; null assumed). */
    prompt: text({ nullable: true }),
    /** How it sounds. With a provider, all settings of that provider (documented). */
    voice: object<Voice>()({ ownKeysOnly: true }),
    /** How it understands. With a provider, all settings of that provider (documented). */
    transcriber: object<Transcriber>()({ ownKeysOnly: true }),
    /** Voices to fall back to, in this order. The list replaces the stored one (documented). */
    fallbackVoices: list<Voice>()({ ownKeysOnly: true, default: [] }),
    /** Transcribers to fall back to, in this order. The list replaces the stored one (documented). */
    fallbackTranscribers: list<Transcriber>()({ ownKeysOnly: true, default: [] }),
    /** Number that reaches the assistant: of the workspace's organization, not linked elsewhere. Cannot be unlinked (documented). */
    numberId: integer({ minimum: 1 }),
    /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
    accountId,
    /** LumenOne's number for the voice integration. */
    voiceIntegrationId: output({ wire: "id" }),
    /** The assistant's name in call logs (assumed). */
    assistant: output(),
  },
  id: { slug: { field: "workspace" } },
  operations: {
    create: "provisionVoiceIntegration",
    read: "getVoiceAssistantConfig",
    update: "updateVoiceAssistantConfig",
  },
  names: "edge",
  forgets:
    "LumenOne cannot delete a voice assistant: it stays with its workspace, as it is, and its number still reaches it.",
  validate,
  create: provision,
});

/** The documented rules, all at once; the catalog is read only when something that it lists has changed. */
async function validate(context: Context, olds: Values, inputs: Values, problems: Problems): Promise<void> {
  const changed = fromCatalog.filter((name) => inputs[name] !== undefined && !same(olds[name], inputs[name]));
  if (changed.length === 0) return;
  const catalog = await voiceCatalog(context).catch((error: unknown): Catalog | undefined => {
    context.warn(
      `VoiceConfig: LumenOne's catalog could not be read, so its values are not checked before they are sent. ${String(error)}`,
    );
    return undefined;
  });
  for (const name of changed) {
    const part = /voice/i.test(name) ? "voice" : "transcriber";
    const value = inputs[name];
    if (!Array.isArray(value)) validateVoice(part, name, value, catalog, problems);
    else value.forEach((item, index) => validateVoice(part, `${name}[${index}]`, item, catalog, problems));
  }
}

/** A workspace has one voice assistant: it is made, or the one that is there is brought to the declared state. */
async function provision(context: Context, inputs: Values): Promise<Values> {
  const id = idOf(definition, inputs, {});
  const fields = Object.fromEntries(
    settings.flatMap((name) => (inputs[name] === undefined ? [] : [[name, inputs[name]]])),
  );
  try {
    const call = request(definition, context, inputs);
    const answer = await context.api.call(definition.operations.create, { ...call, fields });
    return isObject(answer) ? answer : {};
  } catch (error) {
    if (!(error instanceof ApiError) || (error.reason !== "conflict" && !error.outcomeUnknown)) throw error;
    const existing = await find(definition, context, id, inputs);
    if (!existing) throw error;
    return Object.keys(fields).length > 0
      ? { ...existing, ...(await write(definition, context, id, inputs, fields)) }
      : existing;
  }
}

/** Args of a {@link VoiceConfig}. */
export interface VoiceConfigArgs extends ArgsOf<typeof definition.fields> {}

/** Outputs of a {@link VoiceConfig}. */
export interface VoiceConfigOutputs extends OutputsOf<typeof definition.fields> {}

/**
 * The phone assistant of a workspace. A workspace has at most one, so declaring it makes it or changes the one that is
 * there. LumenOne cannot delete it: removing the resource forgets it, with a warning.
 *
 * Values that LumenOne's catalog lists are checked in preview. Its id, also for import and `.get`, is the workspace's
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
export class VoiceConfig extends resourceClass<VoiceConfigArgs, VoiceConfigOutputs>(definition) {}
