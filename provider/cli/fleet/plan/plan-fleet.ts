import { relative } from "node:path";
import { byCodeUnits } from "../../by-code-units";
import { describeProblem } from "../../../tenant/file/describe-problem";
import { type TenantFile } from "../../../tenant/file/tenant-file";
import { changedSince, isTouched } from "./changed-since";
import { readTenants } from "./read-tenants";
import { isInShard, type Shard } from "./shard";

/** The facts of a tenant that the fleet needs. The content of its file stays with the worker. */
export interface PlannedTenant {
  /** Relative to where the command was started. */
  readonly file: string;
  readonly stack: string;
  readonly organization: string;
  /** What is wrong with its file, and nothing else. */
  readonly problem?: string;
  /** Its place among all tenants in the order of their stacks, from 0. */
  readonly place: number;
}

/** The tenants that a command is about. */
export interface FleetPlan {
  /** In the order of their stacks; with `since` only those that changed, with `shard` only those of that part. */
  readonly tenants: readonly PlannedTenant[];
  /** The number of named files, changed or not. */
  readonly count: number;
  /** The stacks of all named files, changed or not. */
  readonly stacks: ReadonlySet<string>;
  /** Files that cannot be read: which stacks they are for is not known. */
  readonly unread: readonly string[];
  /** Names of organizations that more than one tenant has. */
  readonly sharedNames: ReadonlySet<string>;
}

/** Selects the tenants of a command. */
export interface PlanOptions {
  readonly since?: string;
  readonly shard?: Shard;
  readonly allowOutside?: boolean;
  /** The overlay of stacks that configure none. */
  readonly contract?: string;
}

/** The most problems of one file that are kept: `validate` shows all. */
const mostProblems = 20;

/**
 * Reads the tenants.
 * @throws {CommandError} the named files and folders hold no tenant
 */
export async function planFleet(
  given: readonly string[],
  project: string,
  { since, shard, allowOutside = false, contract }: PlanOptions = {},
): Promise<FleetPlan> {
  const changed = since === undefined ? undefined : await changedSince(since, project);
  const found: (Omit<PlannedTenant, "place"> & { readonly isMeant: boolean })[] = [];
  const stacks = new Set<string>();
  const names = new Set<string>();
  const unread: string[] = [];
  const sharedNames = new Set<string>();
  for (const tenant of readTenants(given, { project, allowOutside, contract })) {
    const organization = organizationOf(tenant);
    if (names.has(organization)) sharedNames.add(organization);
    names.add(organization);
    stacks.add(tenant.stack);
    const file = relative("", tenant.path);
    if (!tenant.isRead) unread.push(file);
    const isMeant = !changed || isTouched(tenant.files, changed);
    const problem = isMeant ? problemsOf(tenant) : undefined;
    found.push({ file, stack: tenant.stack, organization, isMeant, problem });
  }
  const tenants = found
    .sort((one, other) => byCodeUnits(one.stack, other.stack) || byCodeUnits(one.file, other.file))
    .flatMap(({ isMeant, ...tenant }, place): PlannedTenant[] =>
      isMeant && (!shard || isInShard(place, shard)) ? [{ ...tenant, place }] : [],
    );
  return { tenants, count: found.length, stacks, unread, sharedNames };
}

function problemsOf({ path, problems }: TenantFile): string | undefined {
  const lines = problems
    .slice(0, mostProblems)
    .map((problem) => describeProblem({ ...problem, file: relative("", problem.file) }));
  const left = problems.length - lines.length;
  if (left > 0) lines.push(`${left} more: \`pulumi-lumenone validate\` of ${relative("", path)} shows them.`);
  return lines.length === 0 ? undefined : lines.join("\n");
}

function organizationOf({ name, args }: TenantFile): string {
  const organization = args["organization"] as { name?: unknown; resourceName?: unknown } | undefined;
  const display = organization?.name ?? organization?.resourceName;
  return typeof display === "string" ? display : name;
}
