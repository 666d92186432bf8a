import { type TenantResult } from "../task";

/** Results that need somebody to act. */
const bad: readonly TenantResult["status"][] = ["failed", "invalid", "held", "locked", "stopped"];

export const isBad = ({ status }: Pick<TenantResult, "status">): boolean => bad.includes(status);

/** `3 create, 1 update`; what stays as it is says nothing. */
export function changesIn({ changes }: Pick<TenantResult, "changes">): string {
  return Object.entries(changes)
    .filter(([op]) => !["same", "read", "refresh"].includes(op))
    .map(([op, count]) => `${count} ${op}`)
    .join(", ");
}
