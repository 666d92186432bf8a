import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";
import { type Result, result } from "./result";

/** Whose voice assistant to read. */
export interface GetVoiceConfigArgs {
  /** Original slug of the workspace. */
  workspace: string;
}

/** The phone assistant of a workspace. */
export type GetVoiceConfigResult = Result<components["schemas"]["VoiceIntegration"]>;

/**
 * Reads the phone assistant of a workspace (assumed). Runs when it is called, in preview too.
 * @throws {ApiError} 404 when there is none, or none that the account may see
 *
 * @example
 * const { numberId } = await lumenone.getVoiceConfig({ workspace: "support" });
 */
export function getVoiceConfig(args: GetVoiceConfigArgs, options?: InvokeOptions): Promise<GetVoiceConfigResult> {
  return invoke(options, async (client, request) =>
    result(await client.getVoiceAssistantConfig({ slug: args.workspace }, undefined, request)),
  );
}

/** {@link getVoiceConfig} for outputs. */
export const getVoiceConfigOutput = outputForm(getVoiceConfig);
