import { SettingsError } from "../errors/settings-error";
import { operationIds, type OperationOverride } from "./contract";

/** How to reach LumenOne, checked and in one form. What is missing is told by the first request that needs it. */
export interface Settings {
  readonly apiKey?: string;
  /** `https://HOST` in lower case, without a path. */
  readonly origin?: string;
  readonly accountId: string | undefined;
  readonly adopt: boolean;
  readonly maxConcurrency: number;
  readonly requestsPerSecond?: number;
  readonly timeoutSeconds: number;
  readonly maxRetries: number;
  readonly allowOriginChange: boolean;
  readonly operations: Readonly<Record<string, OperationOverride>>;
}

type Get = (key: string) => string | undefined;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings: from `get`, which is asked for `lumenone:NAME`, and then from the environment.
 * @throws {SettingsError} for a value that cannot be used
 */
export function settingsFrom(get: Get, environment: Environment = process.env): Settings {
  const variable = (name: string) => environment[`LUMENONE_${name}`] || undefined;
  const apiKey = keyFrom(get("lumenone:apiKey") ?? variable("API_KEY"));
  const origin = originFrom(get("lumenone:baseUrl") ?? variable("BASE_URL"));
  const requestsPerSecond = lowest(
    numberFrom("requestsPerSecond", get("lumenone:requestsPerSecond"), 0.01),
    numberFrom("requestsPerSecond", variable("REQUESTS_PER_SECOND"), 0.01),
  );
  return {
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(origin === undefined ? {} : { origin }),
    accountId: accountFrom(get("lumenone:accountId") ?? variable("ACCOUNT_ID")),
    adopt: flagFrom("adopt", get("lumenone:adopt") ?? variable("ADOPT")),
    maxConcurrency:
      lowest(
        numberFrom("maxConcurrency", get("lumenone:maxConcurrency"), 1, true),
        numberFrom("maxConcurrency", variable("MAX_CONCURRENCY"), 1, true),
      ) ?? 10,
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
    timeoutSeconds: numberFrom("timeoutSeconds", get("lumenone:timeoutSeconds"), 0.1) ?? 60,
    maxRetries: numberFrom("maxRetries", get("lumenone:maxRetries"), 0, true) ?? 5,
    allowOriginChange: flagFrom("allowOriginChange", get("lumenone:allowOriginChange")),
    operations: operationsFrom(get("lumenone:operations")),
  };
}

function lowest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

function keyFrom(key: string | undefined): string | undefined {
  if (key === undefined || key === "") return undefined;
  // Anything else would end the header early, and the error of the HTTP library would show it.
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new SettingsError("apiKey", "holds spaces or other characters that no key has", "KEY");
  return key;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function originFrom(given: string | undefined): string | undefined {
  if (given === undefined || given === "") return undefined;
  const wrong = (problem: string) => new SettingsError("baseUrl", problem, "https://HOST");
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    throw wrong("is no URL");
  }
  if (url.username || url.password) throw wrong("must not hold a user or password");
  if (url.search || url.hash) throw wrong("must not hold a query");
  if (!/^(?:\/api\/v1)?\/?$/.test(url.pathname))
    throw wrong(`has the path ${url.pathname}, where none or /api/v1 belongs`);
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw wrong("uses http, which would send the key in the clear; it is only for this machine");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") throw wrong("must begin with https://");
  return url.origin;
}

function accountFrom(given: string | undefined): string | undefined {
  if (given === undefined || given === "") return undefined;
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given)) return given.toLowerCase();
  throw new SettingsError("accountId", `is "${given}", which is no UUID`, "UUID");
}

function flagFrom(name: string, given: unknown): boolean {
  if (given === undefined || given === "" || given === false || given === "false") return false;
  if (given === true || given === "true") return true;
  throw new SettingsError(name, "must be true or false", "true");
}

function numberFrom(name: string, given: string | undefined, minimum: number, whole = false): number | undefined {
  if (given === undefined || given === "") return undefined;
  const value = Number(given);
  if (Number.isFinite(value) && value >= minimum && (!whole || Number.isInteger(value))) return value;
  throw new SettingsError(
    name,
    `must be a ${whole ? "whole " : ""}number of at least ${minimum}`,
    String(Math.ceil(minimum)),
  );
}

function operationsFrom(given: string | undefined): Record<string, OperationOverride> {
  if (given === undefined || given === "") return {};
  const example = `'{"createOrganization": {"method": "post", "path": "/orgs"}}'`;
  const wrong = (problem: string) => new SettingsError("operations", problem, example);
  let parsed: unknown;
  try {
    parsed = JSON.parse(given);
  } catch {
    throw wrong("is no JSON");
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw wrong("must be an object");
  for (const [operationId, override] of Object.entries(parsed as Record<string, unknown>)) {
    if (!operationIds().includes(operationId))
      throw wrong(`names "${operationId}", which is no operation of the contract`);
    const { method, path } = (override ?? {}) as Partial<Record<string, unknown>>;
    if (typeof method !== "string" || !/^(?:get|post|put|patch|delete)$/i.test(method)) {
      throw wrong(`gives ${operationId} no method (get, post, put, patch, delete)`);
    }
    if (typeof path !== "string" || !path.startsWith("/"))
      throw wrong(`gives ${operationId} no path that begins with /`);
  }
  return parsed as Record<string, OperationOverride>;
}
