import { isObject } from "../../../client/is-object";
import { type Values } from "../../../lifecycle/state/values";

/**
 * The path of an operation below `/api/v1`. Docs have that part in the server, in the path, or leave it out; upstream's
 * have `/v1` alone. A path below another version stays whole.
 */
export function wirePath(servers: unknown, path: string): string {
  const full = `${basePath(servers)}/${path}`.replace(/\/{2,}/g, "/");
  const below = /^\/(?:api\/)?v1(\/.*)$/.exec(full)?.[1] ?? full;
  return below.length > 1 ? below.replace(/\/$/, "") : below;
}

function basePath(servers: unknown): string {
  const [server] = Array.isArray(servers) ? (servers as unknown[]) : [];
  if (!isObject(server) || typeof server["url"] !== "string") return "";
  const variables = isObject(server["variables"]) ? server["variables"] : {};
  const url = server["url"].replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const variable = variables[name] as Values | undefined;
    return typeof variable?.["default"] === "string" ? variable["default"] : whole;
  });
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "").replace(/[?#].*$/, "");
}
