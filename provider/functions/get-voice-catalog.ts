import { getVoiceCatalog as ask, type GetVoiceCatalogResult } from "./ask/get-voice-catalog";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

export { type GetVoiceCatalogResult };

/**
 * Reads the catalog of voices and transcribers (documented in part). Runs when it is called, in preview too.
 *
 * @example
 * const { voice } = await lumenone.getVoiceCatalog();
 */
export function getVoiceCatalog(_args: object = {}, options?: InvokeOptions): Promise<GetVoiceCatalogResult> {
  return invoke(options, ask, {});
}

/** {@link getVoiceCatalog} for outputs. */
export const getVoiceCatalogOutput = outputForm(getVoiceCatalog);
