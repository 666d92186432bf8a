import { ApiError } from "../errors/api-error";
import { isConflict } from "../lifecycle/errors/conflict";
import { type Declared, defineResource } from "../lifecycle/definition/definition";
import { integer, list, object, output, text } from "../lifecycle/definition/fields";
import { look } from "../lifecycle/object/look";
import { type Subject } from "../lifecycle/object/subject";
import { type Problems } from "../lifecycle/definition/problems";
import { same } from "../lifecycle/state/same";
import { sendsOf } from "../lifecycle/once/sends";
import { isObject } from "../client/is-object";
import { type Values } from "../lifecycle/state/values";
import { write } from "../lifecycle/steps/write";
import { workspaceReference } from "./references";
import { accountId, largestInteger } from "./common-fields";
import { validateVoice, voiceSettings } from "./voice/validate-voice";
import { type Catalog, voiceCatalog } from "./voice/voice-catalog";
import { definition as workspaceDefinition } from "./workspace";

/** Settings whose values LumenOne's catalog lists. */
const fromCatalog = ["voice", "transcriber", "fallbackVoices", "fallbackTranscribers"];
const settings = ["firstMessage", "prompt", "numberId", ...fromCatalog];

/** An output without a value arrives as null, which LumenOne refuses in place of a text. */
function withoutNulls(value: unknown): unknown {
  if (!isObject(value)) return value;
  const isLeftOut = (name: string) => value[name] === null && voiceSettings.includes(name);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !isLeftOut(name)));
}
const allWithoutNulls = (value: unknown) => (Array.isArray(value) ? value.map(withoutNulls) : value);

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
export const definition = defineResource({
  kind: "VoiceConfig",
  version: 1,
  fields: {
    /** The workspace that answers the phone: the resource, or its original slug. A change configures another workspace. */
    workspace: workspaceReference,
    /** What the assistant says first; null for LumenOne's own (documented; null assumed). */
    firstMessage: text({ nullable: true }),
    /** The assistant's system prompt: what it is and does; null for LumenOne's own (documented; null assumed). */
    prompt: text({ nullable: true }),
    /** How it sounds. With a provider, all settings of that provider (documented). */
    voice: object("Voice", { ownKeysOnly: true, normalise: withoutNulls }),
    /** How it understands. With a provider, all settings of that provider (documented). */
    transcriber: object("Transcriber", { ownKeysOnly: true, normalise: withoutNulls }),
    /** Voices to fall back to, in this order. The list replaces the stored one (documented). Default: none. */
    fallbackVoices: list("Voice", { ownKeysOnly: true, default: [], normalise: allWithoutNulls }),
    /** Transcribers to fall back to, in this order. The list replaces the stored one (documented). Default: none. */
    fallbackTranscribers: list("Transcriber", { ownKeysOnly: true, default: [], normalise: allWithoutNulls }),
    /** Number that reaches the assistant: of the workspace's organization, not linked elsewhere. Cannot be unlinked (documented). */
    numberId: integer({ minimum: 1, maximum: largestInteger }),
    /** UUID of the account. Default: the workspace's, then `lumenone:accountId`. */
    accountId,
    /** LumenOne's number for the voice integration (assumed). */
    voiceIntegrationId: output({ wire: "id" }),
    /** The assistant's name in call logs (assumed). */
    assistant: output(),
  },
  id: { slug: { field: "workspace" } },
  parent: { field: "workspace", definition: workspaceDefinition },
  operations: {
    create: "provisionVoiceIntegration",
    read: "getVoiceAssistantConfig",
    update: "updateVoiceAssistantConfig",
  },
  names: "edge",
  forgets:
    "LumenOne cannot delete a voice assistant: it stays with its workspace, as it is, and its number still reaches it.",
  validate,
  isOwn,
  create: provision,
});

/**
 * Whether this is the assistant of the requested workspace: its id is unchanged, or the workspace was created anew and the
 * assistant belongs to the new one. LumenOne's response names neither slug.
 */
async function isOwn(subject: Subject, shown: Values): Promise<boolean> {
  const { id, values } = subject;
  const numbers = [values["voiceIntegrationId"], shown["id"]];
  const [had, has] = numbers.map((each) => (typeof each === "number" ? String(each) : each));
  if (typeof had !== "string" || typeof has !== "string" || had === has) return true;
  const workspace = await subject.one("getWorkspace", { parameters: { slug: id } });
  return workspace["slug"] === id && String(workspace["id"]) === String(shown["workspaceId"]);
}

/** The documented rules, all at once; the catalog is read only when something that it lists has changed. */
async function validate({ context, olds, inputs, problems }: Declared): Promise<void> {
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
    else value.forEach((item, index) => validateFallback(part, `${name}[${index}]`, item, catalog, problems));
  }
}

/** Nothing of the stored list is merged into a fallback, so it is a whole voice or transcriber (documented). */
function validateFallback(
  part: "voice" | "transcriber",
  path: string,
  item: unknown,
  catalog: Catalog | undefined,
  problems: Problems,
): void {
  validateVoice(part, path, item, catalog, problems);
  if (!isObject(item) || (item["provider"] !== undefined && item["provider"] !== null)) return;
  problems.add(`${path}.provider`, "is missing", "A fallback replaces the stored one, so give all of its settings.");
}

const attempts = 4;

/** A workspace has one voice assistant: it is made, or the existing one is brought to the declared state. */
async function provision(subject: Subject): Promise<Values> {
  const { context, values, label } = subject;
  const fields = Object.fromEntries(
    settings.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  const sends = sendsOf(context);
  for (let attempt = 1; ; attempt++) {
    try {
      return await subject.one(definition.operations.create, { fields, sends });
    } catch (error) {
      const unclear = error instanceof ApiError && error.outcomeUnknown;
      if (!unclear && !isConflict(error)) throw error;
      const existing = subject.at(subject.ownId);
      const sight = await look(existing);
      if ("object" in sight) return await bring(existing, sight.object, fields);
      if (!unclear || error.status === 500 || attempt === attempts || sends.left === 0) throw error;
      // There can be only one, so sending again is harmless; the pause is for a host that restarts.
      const pause = 1000 * 2 ** (attempt - 1);
      context.info(`${label}: LumenOne has not made it yet. Sends it again in ${pause / 1000} s.`);
      await subject.session.time.wait(pause, context.signal);
    }
  }
}

/** Writes the declared settings onto the existing assistant. */
async function bring(subject: Subject, existing: Values, fields: Values): Promise<Values> {
  if (Object.keys(fields).length === 0) return existing;
  return { ...existing, ...(await write(subject, fields)) };
}
