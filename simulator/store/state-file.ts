import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { State } from "../entities/state";
import type { Seed } from "./seed";

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
