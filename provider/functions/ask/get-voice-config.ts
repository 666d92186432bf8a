import { type components } from "../../client/generated/openapi";
import { type Result, result } from "../result";
import { type Ask } from "./ask";

/** Whose voice assistant to read. */
export interface GetVoiceConfigArgs {
  /** Original slug of the workspace. */
  workspace: string;
}

/** The phone assistant of a workspace. */
export type GetVoiceConfigResult = Result<components["schemas"]["VoiceIntegration"]>;

/** What `getVoiceConfig` asks LumenOne. */
export const getVoiceConfig: Ask<GetVoiceConfigArgs, GetVoiceConfigResult> = async (client, { workspace }, request) =>
  result(await client.getVoiceAssistantConfig({ slug: workspace }, undefined, request));
