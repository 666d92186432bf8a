import { jsonPath } from "../json-path";
import { type ComparedOperation } from "./compared-operation";

/** Names under which operations show a field or a parameter, by where the contract has it. */
export type Renames = ReadonlyMap<string, ReadonlySet<string>>;

/** Operations share schemas: one may show a name that another one leaves open. */
export function renamesIn(compared: readonly ComparedOperation[]): Renames {
  const found = new Map<string, Set<string>>();
  for (const { facts } of compared) {
    for (const { about, verdict, docs } of facts) {
      if (verdict !== "differs" || !about || !("x-wire-name" in about.update) || typeof docs !== "string") continue;
      const key = jsonPath(about.target);
      found.set(key, (found.get(key) ?? new Set()).add(docs));
    }
  }
  return found;
}
