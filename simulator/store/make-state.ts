import type { Kind, State } from "../entities/state";
import { complete } from "./complete";
import { defaultAccountId, defaultApiKey } from "./defaults";
import { asQuirks } from "../quirks/quirk";
import { kinds } from "./kinds";
import type { Seed, SeedEntities } from "./seed";
import { Store } from "./store";

const known: string[] = [...kinds, "mode", "quirks", "lastIds"];

/** The state that a seed describes. Without keys and accounts it has one of each. */
export function makeState(seed: Seed, now: string): State {
  const unknown = Object.keys(seed).filter((key) => !known.includes(key));
  if (unknown.length > 0)
    throw new Error(`lumenone-simulator: the seed has ${unknown.join()}; known are ${known.join()}`);
  const empty = Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as State;
  const { mode = "lumenone", quirks = [] } = seed;
  const store = new Store({ ...empty, mode, quirks: asQuirks(quirks), lastIds: { ...seed.lastIds } });
  const whole: Seed = { apiKeys: [defaultApiKey], accounts: [{ id: defaultAccountId }], ...seed };
  for (const kind of kinds) {
    for (const entity of whole[kind] ?? []) addTo(store, kind, entity, now);
  }
  return structuredClone(store.state);
}

/** Completes what is said of an entity and puts it into the store. */
export function addTo<K extends Kind>(store: Store, kind: K, seed: SeedEntities[K], now: string) {
  return store.insert(kind, complete[kind](seed, store, now));
}
