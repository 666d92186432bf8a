import type { VoiceIntegration, Workspace } from "../entities";
import { formatVoiceIntegration } from "../formatters";
import type { Call, Routes } from "../http/call";
import { HttpError } from "../http/http-error";
import { checkTranscriber, checkVoice, mergeVoice, voiceCatalog } from "../rules/voice";
import { defaultAssistant } from "../store/defaults";

type Settings = ReturnType<typeof defaultAssistant>;

/** The fields that a request can set. */
type Body = Partial<Omit<Settings, "numberId">> & { number_id?: number };

const fields: (keyof Body)[] = [
  "firstMessage",
  "prompt",
  "voice",
  "transcriber",
  "fallbackVoices",
  "fallbackTranscribers",
  "number_id",
];

export const voiceRoutes: Routes = {
  getVoiceCatalog: () => ({ body: voiceCatalog }),

  getVoiceAssistantConfig(call) {
    return { body: { voiceIntegration: formatVoiceIntegration(provisioned(call, call.workspace())) } };
  },

  // The body may be empty: an assistant with defaults.
  provisionVoiceIntegration(call) {
    const workspace = call.workspace();
    if (call.store.find("voiceIntegrations", { workspaceId: workspace.id })) {
      throw new HttpError(409, "The workspace has a voice integration");
    }
    const settings = merge(call, workspace, defaultAssistant());
    const voice = call.add("voiceIntegrations", { workspaceId: workspace.id, ...settings });
    return { body: { voiceIntegration: formatVoiceIntegration(voice) } };
  },

  updateVoiceAssistantConfig(call) {
    const workspace = call.workspace();
    const voice = provisioned(call, workspace);
    const body = call.body<Body>();
    if (!fields.some((field) => body[field] !== undefined)) {
      throw new HttpError(400, `At least one of ${fields.join(", ")} is required`);
    }
    call.store.update("voiceIntegrations", voice, merge(call, workspace, voice));
    return { body: { voiceIntegration: formatVoiceIntegration(voice) } };
  },
};

function provisioned(call: Call, workspace: Workspace): VoiceIntegration {
  const found = call.store.find("voiceIntegrations", { workspaceId: workspace.id });
  if (!found) throw new HttpError(404, "The workspace has no voice integration");
  return found;
}

/** Merges the body into the stored settings, and refuses values that are not in the catalog. Fallback lists are replaced. */
function merge(call: Call, workspace: Workspace, stored: Settings): Settings {
  const body = call.body<Body>();
  const merged: Settings = {
    firstMessage: body.firstMessage === undefined ? stored.firstMessage : body.firstMessage,
    prompt: body.prompt === undefined ? stored.prompt : body.prompt,
    voice: mergeVoice(stored.voice, body.voice),
    transcriber: mergeVoice(stored.transcriber, body.transcriber),
    fallbackVoices: body.fallbackVoices ?? stored.fallbackVoices,
    fallbackTranscribers: body.fallbackTranscribers ?? stored.fallbackTranscribers,
    numberId: body.number_id ?? stored.numberId,
  };
  if (body.voice) checkVoice(merged.voice, "voice");
  if (body.transcriber) checkTranscriber(merged.transcriber, "transcriber");
  body.fallbackVoices?.forEach((voice, index) => checkVoice(voice, `fallbackVoices[${index}]`));
  body.fallbackTranscribers?.forEach((one, index) => checkTranscriber(one, `fallbackTranscribers[${index}]`));
  if (body.number_id !== undefined) refuseForeignNumber(call, workspace, body.number_id);
  return merged;
}

function refuseForeignNumber({ store }: Call, workspace: Workspace, id: number): void {
  const number = store.find("numbers", { id });
  if (number?.organizationId !== workspace.organizationId) {
    throw new HttpError(400, `number_id ${id} is not a number of the workspace's organization`);
  }
  const holder = store.find("voiceIntegrations", { numberId: id });
  if (holder && holder.workspaceId !== workspace.id) {
    throw new HttpError(409, `number_id ${id} is linked to another voice integration`);
  }
}
