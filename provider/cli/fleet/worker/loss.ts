import { type TenantFile } from "../../../tenant/file/tenant-file";
import { declaredResources, partName } from "../../../tenant/declared-resources";
import { type TenantArgs } from "../../../tenant/tenant-args";
import { type TenantResult } from "../task";

/** A resource of a state, as far as it shows what would go. */
export interface StateResource {
  readonly urn: string;
  readonly custom?: boolean;
  /** Left over from an interrupted replacement. */
  readonly delete?: boolean;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** A step of the engine's preview. */
export interface PlannedStep {
  readonly op: string;
  readonly urn: string;
  readonly old?: { readonly inputs?: Readonly<Record<string, unknown>> };
  readonly new?: { readonly inputs?: Readonly<Record<string, unknown>> };
}

/** The most resources that a message names. */
const mostNamed = 20;

/** A replaced one of these loses everything inside it. A replaced file or folder is what the program declares. */
const holders = ["Organization", "Workspace"];

/**
 * Whether `up` might lose something, by the state alone: only then is a preview needed. It is never false where a preview
 * would show a loss.
 * @param accountId the stack's or the environment's, which an organization without its own belongs to
 */
export function mayLose(
  { name, args }: Pick<TenantFile, "name" | "args">,
  resources: readonly StateResource[],
  accountId: string | undefined,
): boolean {
  const tenant = args as TenantArgs;
  const declared = new Set(declaredResources(name, tenant).map((each) => `${each.kind} ${each.name}`));
  const account = tenant.organization?.accountId ?? accountId;
  const accounts = new Map(
    Object.entries(tenant.workspaces ?? {}).map(([key, part]) => [partName(name, part, key), part.accountId]),
  );
  return resources.some((resource) => {
    const { kind, name: known = "" } = kindAndName(resource.urn);
    if (kind === undefined || resource.delete) return false;
    if (!declared.has(`${kind} ${known}`)) return true;
    if (!holders.includes(kind)) return false;
    // Another account is another object.
    const own = kind === "Workspace" ? accounts.get(known) : undefined;
    if (lower(resource.inputs?.["accountId"]) !== lower(own ?? account)) return true;
    return kind === "Organization" && isRenamedSilently(tenant, resource.inputs?.["name"], name);
  });
}

/**
 * A loss by `up` that is too large for a small edit: the organization, or more than half of the resources.
 * @returns the result that holds the tenant, or undefined where nothing speaks against it
 */
export function lossIn(
  { name, args }: Pick<TenantFile, "name" | "args">,
  steps: readonly PlannedStep[],
): Pick<TenantResult, "status" | "problem" | "remedy"> | undefined {
  const resources = new Map<string, string>();
  const gone: string[] = [];
  let renamed: string | undefined;
  let isWithoutOrganization = false;
  for (const { op, urn, old, new: next } of steps) {
    const { kind, name: known } = kindAndName(urn);
    if (kind === undefined || !old) continue;
    resources.set(urn, op);
    if (op === "delete" || (op === "replace" && holders.includes(kind))) {
      gone.push(`${kind} ${known}`);
      isWithoutOrganization ||= kind === "Organization";
    }
    const [was, will] = [old.inputs?.["name"], next?.inputs?.["name"]];
    if (kind === "Organization" && was !== will && isRenamedSilently(args, was, name)) {
      renamed = `It would rename the organization ${known} from ${quoted(was)} to ${quoted(will)}: its file names it no more`;
    }
  }
  const isTooMuch = gone.length * 2 > resources.size;
  if (!isWithoutOrganization && !isTooMuch && renamed === undefined) return undefined;
  // Parents first.
  const weight = (each: string) => holders.findIndex((kind) => each.startsWith(`${kind} `)) >>> 0;
  const named = [...gone]
    .sort((one, other) => weight(one) - weight(other))
    .slice(0, mostNamed)
    .join(", ");
  const more = gone.length > mostNamed ? ` and ${gone.length - mostNamed} more` : "";
  const deletes = `It would delete ${gone.length} of the tenant's ${resources.size} resources, with what they hold: ${named}${more}`;
  return {
    status: "held",
    problem: `${[...(renamed === undefined ? [] : [renamed]), ...(gone.length > 0 ? [deletes] : [])].join(". ")}.`,
    remedy:
      "Put back what its file has lost. Where it is meant, run the command for this tenant with `--allow-deletes`. " +
      "Nothing was changed.",
  };
}

/** The organization takes the tenant's name because the file says none, not because it says another. */
function isRenamedSilently({ organization }: TenantArgs, was: unknown, tenant: string): boolean {
  return organization?.name === undefined && organization?.resourceName === undefined && was !== tenant;
}

/** The kind and the name of a LumenOne resource, dynamic or native. */
function kindAndName(urn: string): { kind?: string; name?: string } {
  const [, kind, name] =
    /(?:dynamic\/lumenone|\$lumenone|::lumenone)(?::index)?(?:\/\w+)?:(\w+)::(.*)$/s.exec(urn) ?? [];
  return kind === "Tenant" ? {} : { kind, name };
}

const lower = (value: unknown): unknown => (typeof value === "string" ? value.toLowerCase() : value);
const quoted = (value: unknown): string => (typeof value === "string" ? `"${value}"` : "a name that is not known yet");
