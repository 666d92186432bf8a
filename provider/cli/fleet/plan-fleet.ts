import { relative } from "node:path";
import { type TenantFile } from "../../tenant/file/tenant-file";
import { CommandError, exitCode } from "../exit-code";
import { changedSince, isTouched } from "./changed-since";
import { readTenants, tenantPaths } from "./read-tenants";

/** A tenant as far as the fleet itself has to know it: what is in its file stays with the worker. */
export interface PlannedTenant {
  /** Relative to where the command was started. */
  readonly file: string;
  readonly stack: string;
  readonly organization: string;
  readonly isValid: boolean;
}

/** The tenants that a command is about. */
export interface FleetPlan {
  /** In the order of their files; with `since` only those that changed. */
  readonly tenants: readonly PlannedTenant[];
  /** Stacks of every file that was named, changed or not. */
  readonly stacks: ReadonlySet<string>;
  /** Names of organizations that more than one tenant has. */
  readonly sharedNames: ReadonlySet<string>;
  /** What was named holds folders alone, so that a stack without a file is one whose file is gone. */
  readonly isWhole: boolean;
}

/** Reads what there is. */
export async function planFleet(
  given: readonly string[],
  project: string,
  since: string | undefined,
  isWhole: boolean,
): Promise<FleetPlan> {
  const changed = since === undefined ? undefined : await changedSince(since, project);
  const tenants: PlannedTenant[] = [];
  const stacks = new Set<string>();
  const names = new Set<string>();
  const sharedNames = new Set<string>();
  for (const tenant of readTenants(tenantPaths(given))) {
    const organization = organizationOf(tenant);
    if (names.has(organization)) sharedNames.add(organization);
    names.add(organization);
    stacks.add(tenant.stack);
    if (changed && !isTouched(tenant.files, changed)) continue;
    const isValid = tenant.problems.length === 0;
    tenants.push({ file: relative("", tenant.path), stack: tenant.stack, organization, isValid });
  }
  if (stacks.size === 0) {
    throw new CommandError(`There is no tenant in ${given.join(", ")}: a file for each, TENANT.yaml.`, exitCode.usage);
  }
  return { tenants, stacks, sharedNames, isWhole };
}

function organizationOf({ name, args }: TenantFile): string {
  const organization = args["organization"] as { name?: unknown; resourceName?: unknown } | undefined;
  const display = organization?.name ?? organization?.resourceName;
  return typeof display === "string" ? display : name;
}
