/**
 * Types of the resources in states and programs: a contract that does not change.
 *
 * Pulumi's dynamic host serves `pulumi-nodejs:dynamic/lumenone:Workspace`, the native plugin `lumenone:index:Workspace`.
 */
const dynamicPrefix = "pulumi-nodejs:dynamic/lumenone:";
const nativePrefix = "lumenone:index:";

/** Type of a kind's resources that Pulumi's dynamic host serves. */
export function dynamicType(kind: string): string {
  return `${dynamicPrefix}${kind}`;
}

/** Type of a kind's resources that the native plugin serves. */
export function nativeType(kind: string): string {
  return `${nativePrefix}${kind}`;
}

/** The kind of a resource of this package, on either host; undefined for any other. Says also `Tenant`, which is not a kind. */
export function kindOfType(type: string): string | undefined {
  return /^(?:pulumi-nodejs:dynamic\/lumenone|lumenone:index):(\w+)$/.exec(type)?.[1];
}
