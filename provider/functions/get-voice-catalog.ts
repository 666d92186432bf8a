import { type components } from "../client/generated/openapi";
import { invoke, type InvokeOptions, outputForm } from "./invoke";

/** LumenOne's voices and transcribers, as it answers them. `providers` may be a map, or a list keyed by `id` or `name`. */
export type GetVoiceCatalogResult = components["schemas"]["VoiceCatalog"];

/**
 * Reads the catalog of voices and transcribers (documented in part). Runs when it is called, in preview too.
 *
 * @example
 * const { voice } = await lumenone.getVoiceCatalog();
 */
export function getVoiceCatalog(_args: object = {}, options?: InvokeOptions): Promise<GetVoiceCatalogResult> {
  return invoke(options, (client) => client.getVoiceCatalog());
}

/** {@link getVoiceCatalog} for outputs. */
export const getVoiceCatalogOutput = outputForm(getVoiceCatalog);
