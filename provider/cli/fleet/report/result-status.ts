import { type TenantResult } from "../task";

/** Results that need somebody to act. */
const bad: readonly TenantResult["status"][] = ["failed", "invalid", "held", "locked", "stopped"];

export const isBad = ({ status }: Pick<TenantResult, "status">): boolean => bad.includes(status);

/** The result of a tenant whose file has problems. */
export const invalidFile = (problem: string) =>
  ({ status: "invalid", problem, remedy: "Correct the file, and run the command again." }) as const;

/** Steps of the engine that change nothing. */
const unchanging = ["same", "read", "refresh"];

export const isChange = (op: string): boolean => !unchanging.includes(op);

/** `3 create, 1 update`; without unchanged resources. */
export function changesIn({ changes }: Pick<TenantResult, "changes">): string {
  return Object.entries(changes)
    .filter(([op]) => isChange(op))
    .map(([op, count]) => `${count} ${op}`)
    .join(", ");
}
