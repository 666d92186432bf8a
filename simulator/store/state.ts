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

/** Returns the state of a seed. A seed without keys or accounts gets one of each. */
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

/** Completes an entity of a seed and adds it to the store. */
export function addTo<K extends Kind>(store: Store, kind: K, seed: SeedEntities[K], now: string) {
  return store.insert(kind, complete[kind](seed, store, now));
}

/** Returns the state in a file, or undefined when the file does not exist. */
export function readStateFile(path: string): Seed | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Seed) : undefined;
}

/** Writes the state in one step, readable by its owner only: it may hold credentials. */
export function writeStateFile(path: string, state: State): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, JSON.stringify(state, undefined, 2) + "\n", { mode: 0o600 });
  renameSync(unfinished, path);
}
