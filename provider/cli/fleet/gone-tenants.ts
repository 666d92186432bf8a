import { tenantType } from "../../tenant/tenant";
import { runPulumi } from "../pulumi/run-pulumi";
import { type FleetPlan } from "./plan/plan-fleet";
import { type TenantResult } from "./task";

/** Stacks of tenants whose files are gone. */
export async function stacksWithoutFile(
  project: string,
  plan: FleetPlan,
  existing: ReadonlySet<string>,
): Promise<string[]> {
  const found: string[] = [];
  for (const stack of [...existing].sort()) {
    if (!plan.stacks.has(stack) && (await holdsTenant(project, stack))) found.push(stack);
  }
  return found;
}

/** Whether a stack holds a tenant: a fleet never removes other stacks of the project. */
async function holdsTenant(project: string, stack: string): Promise<boolean> {
  const exit = await runPulumi(["stack", "export", "--stack", stack, "--non-interactive"], { cwd: project });
  if (exit.code !== 0) return false;
  const { deployment } = JSON.parse(exit.stdout) as { deployment?: { resources?: { type: string }[] } };
  return (deployment?.resources ?? []).some(({ type }) => type === tenantType);
}

/** Why one run does not destroy so many stacks: the folder or the branch may be the wrong one. */
export function whyNoPrune(
  plan: FleetPlan,
  existing: ReadonlySet<string>,
  gone: readonly string[],
): string | undefined {
  if (gone.length === 0) return undefined;
  if (plan.unread.length > 0) {
    const shown = plan.unread.slice(0, 5).join(", ");
    const more = plan.unread.length > 5 ? ` and ${plan.unread.length - 5} more` : "";
    return `It may be the stack of a file that cannot be read (${shown}${more}).`;
  }
  const kept = [...existing].filter((stack) => plan.stacks.has(stack)).length;
  if (gone.length <= kept) return undefined;
  return `--prune would destroy ${gone.length} of the fleet's ${gone.length + kept} stacks, more than half of them: ${gone.slice(0, 20).join(", ")}${gone.length > 20 ? " and others" : ""}.`;
}

/**
 * The result of a stack whose file is gone and that is not destroyed.
 * @param reason why not, although `--prune` was given
 */
export function left(stack: string, reason: string | undefined): TenantResult {
  const problem = "Its file is gone, and what it made is still there.";
  const about = { stack, changes: {}, seconds: 0 };
  if (reason === undefined) {
    const remedy = "`fleet up --prune` destroys it; `pulumi stack rm --force` forgets it.";
    return { ...about, status: "left", problem, remedy };
  }
  const remedy =
    "Put back the files that are missing, and correct those that cannot be read. Where it is meant, run the command with " +
    "`--prune --allow-deletes`. Nothing of it was destroyed.";
  return { ...about, status: "held", problem: `${problem} ${reason}`, remedy };
}
