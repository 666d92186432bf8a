import { type Simulator } from "lumenone-simulator";
import { definitionOf } from "../../../provider/definitions/registry";
import { remotesOf } from "../scenarios/remote";
import { type Inventory, inventoryKey, inventoryOf } from "./foreign";

/** A resource as far as it says which object it stands for. */
export interface Standing {
  readonly kind: string;
  readonly name: string;
  readonly id: string;
}

/**
 * What differs in LumenOne from what it should have: each object of the state once, nothing else but what was there, and that as
 * it was.
 * @param forgotten what left the state; it may be there where LumenOne cannot delete it
 */
export function wrongAt(
  simulator: Simulator,
  state: readonly Standing[],
  forgotten: readonly Standing[],
  foreign: Inventory,
): string[] {
  const problems: string[] = [];
  const inventory = inventoryOf(simulator.snapshot());
  const accounted = new Set(foreign.keys());
  for (const [key, entity] of foreign) {
    const now = inventory.get(key);
    if (now !== entity) problems.push(`foreign ${key} was ${now === undefined ? "deleted" : `changed: ${now}`}`);
  }
  for (const { kind, name, id } of state) {
    const remotes = remotesOf(simulator, kind, id);
    if (remotes.length !== 1) problems.push(`${kind} ${name} (${id}) is there ${remotes.length} times`);
    for (const remote of remotes) {
      const key = inventoryKey(kind, remote);
      if (foreign.has(key)) problems.push(`${kind} ${name} (${id}) is foreign`);
      accounted.add(key);
    }
  }
  for (const { kind, id } of forgotten) {
    if (definitionOf(kind).operations.delete === undefined)
      for (const remote of remotesOf(simulator, kind, id)) accounted.add(inventoryKey(kind, remote));
  }
  for (const [key, entity] of inventory) if (!accounted.has(key)) problems.push(`left over: ${key} ${entity}`);
  return problems;
}
