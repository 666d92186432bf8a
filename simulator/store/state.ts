import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Kind, State } from "../entities";
import { asQuirks } from "../quirks";
import { complete } from "./complete";
import { defaultAccountId, defaultApiKey } from "./defaults";
import type { Seed, SeedEntities } from "./seed";
import { Store } from "./store";

/** All kinds, parents before children. */
export const kinds = [
  "apiKeys",
  "accounts",
  "organizations",
  "workspaces",
  "tools",
  "toolAttachments",
  "folders",
  "documents",
  "embeddings",
  "numbers",
  "numberRequests",
  "voiceIntegrations",
  "callLogs",
  "whatsAppConnections",
] as const satisfies readonly Kind[];

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

/** The state that a file holds, if it exists. */
export function readStateFile(path: string): Seed | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Seed) : undefined;
}

/** Writes the state: whole, or not at all. It may hold credentials, which are its owner's alone. */
export function writeStateFile(path: string, state: State): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, JSON.stringify(state, undefined, 2) + "\n", { mode: 0o600 });
  renameSync(unfinished, path);
}
