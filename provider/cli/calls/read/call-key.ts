import { createHash } from "node:crypto";

/**
 * A key that distinguishes call logs, small enough to keep a million of them: the id, or else a digest of the whole
 * log.
 */
export function callKey(log: { readonly id?: unknown }): number | string {
  const { id } = log;
  if (typeof id === "number") return id;
  if (typeof id === "string" && id.length <= 40) return id;
  return createHash("sha256")
    .update(JSON.stringify(id ?? log))
    .digest("base64");
}
