import { type components } from "../../client/generated/openapi";
import { type Ask } from "./ask";

/** LumenOne's voices and transcribers, as it returns them. `providers` may be a map, or a list keyed by `id` or `name`. */
export type GetVoiceCatalogResult = components["schemas"]["VoiceCatalog"];

/** What `getVoiceCatalog` asks LumenOne. */
export const getVoiceCatalog: Ask<object, GetVoiceCatalogResult> = (client) => client.getVoiceCatalog();
