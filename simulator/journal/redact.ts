import { mapConfigs } from "../faults/map-configs";

/** A body without secrets: values of a tool's config, tokens. */
export function redact(body: unknown): unknown {
  const hidden = mapConfigs(body, () => "[redacted]");
  if (typeof hidden !== "object" || hidden === null || Array.isArray(hidden)) return hidden;
  const secret = Object.keys(hidden).filter((key) => key === "token" || key === "code");
  return { ...hidden, ...Object.fromEntries(secret.map((key) => [key, "[redacted]"])) };
}
