import { getVoiceConfig as ask, type GetVoiceConfigArgs, type GetVoiceConfigResult } from "./ask/get-voice-config";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetVoiceConfigArgs, type GetVoiceConfigResult };

/**
 * Reads the phone assistant of a workspace (assumed). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { firstMessage, numberId } = await lumenone.getVoiceConfig({ workspace: "support" });
 */
export function getVoiceConfig(args: GetVoiceConfigArgs, options?: InvokeOptions): Promise<GetVoiceConfigResult> {
  return invoke(options, ask, args);
}

/** {@link getVoiceConfig} for outputs. */
export const getVoiceConfigOutput = outputForm(getVoiceConfig);
