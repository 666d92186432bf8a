import { SettingsError } from "../errors/settings-error";

/** Whether a host is this machine, as `new URL` writes it. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * The origin of LumenOne's host: lower case, without the default port and without a path.
 * @throws {SettingsError} when the key must not be sent there, or it is not the address of a host
 */
export function originOf(baseUrl: string | undefined): string | undefined {
  if (baseUrl === undefined || baseUrl === "") return undefined;
  const wrong = (problem: string) => new SettingsError("baseUrl", problem, "https://HOST");
  if (!URL.canParse(baseUrl)) throw wrong("is not a URL");
  const url = new URL(baseUrl);
  if (url.username || url.password) throw wrong("must not hold a user or password");
  if (url.search || url.hash) throw wrong("must not hold a query");
  if (url.protocol !== "https:" && url.protocol !== "http:") throw wrong("must begin with https://");
  if (!/^(?:\/api\/v1)?\/?$/.test(url.pathname)) {
    throw wrong("has another path than /api/v1 after the host");
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw wrong("uses http, which would send the key in the clear; it is only for this machine");
  }
  return url.origin;
}
