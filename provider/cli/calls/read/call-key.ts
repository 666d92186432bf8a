import { createHash } from "node:crypto";

/**
 * What distinguishes two call logs, small enough to be kept for each of a million: the id, or else a digest of all that
 * LumenOne gives.
 */
export function callKey(log: { readonly id?: unknown }): number | string {
  const { id } = log;
  if (typeof id === "number") return id;
  if (typeof id === "string" && id.length <= 40) return id;
  return createHash("sha256")
    .update(JSON.stringify(id ?? log))
    .digest("base64");
}
