import type { Kind, State } from "../entities";
import { mapConfigs } from "../faults/tool-configs";
import { kinds } from "../store/state";
import { masked } from "./masked";

/** Everything but the keys. */
export const shownKinds = kinds.filter((kind) => kind !== "apiKeys");

/** Returns the entities of a kind as the page shows them: without API keys, values of a tool's config, and tokens. */
export function shownEntities(state: State, kind: Kind): unknown {
  const keys = state.apiKeys.map(({ key }) => key);
  const entities = state[kind].map((entity) => ("token" in entity ? { ...entity, token: "[redacted]" } : entity));
  return masked(
    mapConfigs(entities, () => "[redacted]"),
    keys,
  );
}
