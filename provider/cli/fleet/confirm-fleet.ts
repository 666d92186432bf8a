import { confirm } from "../console/confirm";
import { type FleetPlan } from "./plan/plan-fleet";
import { type Verb } from "./task";

/**
 * Asks a person before a fleet is changed.
 * @param pruned stacks that are destroyed because their files are gone
 */
export async function confirmFleet(
  verb: Verb,
  plan: FleetPlan,
  pruned: readonly string[],
  yes: boolean,
): Promise<void> {
  const count = plan.tenants.length;
  const tenants = count === 1 ? "one tenant" : `${count} tenants`;
  if (verb === "destroy") await confirm(`Destroys ${tenants}. This cannot be undone.`, "destroy", yes);
  else if (pruned.length > 0) {
    await confirm(`Brings up ${tenants}, and destroys ${pruned.join(", ")}. This cannot be undone.`, "destroy", yes);
  } else if (verb === "up" && count > 0) await confirm(`Brings up ${tenants}.`, "up", yes);
}
